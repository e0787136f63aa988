//! Files under the given paths, in a stable order, honouring ignore files.
//!
//! A file named by the user is always yielded. Inside a directory only names
//! that promise text are, and what speaks of the directory itself (README,
//! licences) is passed over, as are hidden files and what `.gitignore` and
//! `.ignore` exclude. Links are followed; a loop of links ends where it closes.

use std::collections::{HashSet, VecDeque};
use std::path::{Path, PathBuf};

use ignore::{DirEntry, Walk, WalkBuilder};

use super::format::Format;
use super::{Origin, Request, SourceError, samples};

/// An input that was found, or one that was not, and why.
pub type Found = Result<Origin, (Origin, SourceError)>;

/// Walks what the user asked for, in the order asked; within a directory by name.
///
/// No input is yielded twice, however many of the requests lead to it.
pub fn walk(requests: Vec<Request>) -> impl Iterator<Item = Found> {
    let is_single = requests.len() == 1;
    let mut seen = HashSet::new();
    Walker {
        requests: requests.into(),
        samples: VecDeque::new(),
        directory: None,
    }
    .filter(move |found| match found {
        // canonical names cost a system call, which one path does not need
        Ok(origin) if !is_single => seen.insert(canonical(origin)),
        Ok(_) | Err(_) => true,
    })
}

fn canonical(origin: &Origin) -> Origin {
    match origin {
        Origin::File(path) => Origin::File(path.canonicalize().unwrap_or_else(|_| path.clone())),
        Origin::Stdin | Origin::Sample(_) | Origin::Given(_) => origin.clone(),
    }
}

struct Walker {
    requests: VecDeque<Request>,
    samples: VecDeque<&'static str>,
    directory: Option<Directory>,
}

/// A directory on the way through.
struct Directory {
    root: PathBuf,
    entries: Walk,
    yielded: bool,
}

impl Iterator for Walker {
    type Item = Found;

    fn next(&mut self) -> Option<Found> {
        loop {
            if let Some(name) = self.samples.pop_front() {
                return Some(Ok(Origin::Sample(name)));
            }
            if let Some(directory) = &mut self.directory {
                match directory.next() {
                    Some(found) => return Some(found),
                    None => self.directory = None,
                }
                continue;
            }
            match self.requests.pop_front()? {
                Request::Stdin => return Some(Ok(Origin::Stdin)),
                Request::Samples => {
                    self.samples = samples().iter().map(|sample| sample.name).collect()
                }
                Request::Path(path) if path.is_dir() => self.directory = Some(Directory::new(path)),
                Request::Path(path) => return Some(named_file(path)),
            }
        }
    }
}

/// A file the user named: only that it exists matters here.
fn named_file(path: PathBuf) -> Found {
    match path.metadata() {
        Ok(_) => Ok(Origin::File(path)),
        Err(error) => {
            let error = match error.kind() {
                std::io::ErrorKind::NotFound => SourceError::Missing,
                _ => SourceError::Unreadable(error),
            };
            Err((Origin::File(path), error))
        }
    }
}

impl Directory {
    fn new(root: PathBuf) -> Self {
        let entries = WalkBuilder::new(&root)
            .require_git(false)
            .git_global(false)
            .follow_links(true)
            .sort_by_file_name(|one, other| one.cmp(other))
            .build();
        Self {
            root,
            entries,
            yielded: false,
        }
    }
}

impl Iterator for Directory {
    type Item = Found;

    /// Ends with an error when nothing was found before.
    fn next(&mut self) -> Option<Found> {
        for entry in self.entries.by_ref() {
            let found = match entry {
                Ok(entry) if is_wanted(&entry) => Ok(Origin::File(entry.into_path())),
                Ok(_) => continue,
                Err(error) => match refusal(&self.root, error) {
                    Some(refusal) => Err(refusal),
                    None => continue,
                },
            };
            self.yielded = true;
            return Some(found);
        }
        let is_first = !self.yielded;
        self.yielded = true;
        is_first.then(|| {
            Err((
                Origin::File(self.root.clone()),
                SourceError::NothingReadable,
            ))
        })
    }
}

/// Whether an entry inside a directory is to be read.
fn is_wanted(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
    is_file && Format::of_name(&name).is_some() && !speaks_of_directory(&name)
}

/// Files that tell about a folder of texts and are no text of it.
fn speaks_of_directory(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    [
        "README",
        "LICENSE",
        "LICENCE",
        "COPYING",
        "CONTRIBUTING",
        "CHANGELOG",
    ]
    .iter()
    .any(|known| {
        stem.get(..known.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(known))
            && !stem[known.len()..].starts_with(|next: char| next.is_alphanumeric())
    })
}

/// What a walk stumbles over that the user should know of.
///
/// Loops of links, links to nowhere and odd lines of ignore files are no loss.
fn refusal(root: &Path, error: ignore::Error) -> Option<(Origin, SourceError)> {
    let path = path_of(&error).unwrap_or(root).to_owned();
    let error = error.into_io_error()?;
    let is_loss = error.kind() != std::io::ErrorKind::NotFound;
    is_loss.then_some((Origin::File(path), SourceError::Unreadable(error)))
}

/// The path an error of the walk is about.
fn path_of(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => {
            path_of(err)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    /// Walks a directory made of `files`, as paths below it and reasons.
    fn found(files: &[(&str, &str)]) -> Vec<String> {
        let directory = tempfile::tempdir().expect("a directory");
        for (path, content) in files {
            let path = directory.path().join(path);
            fs::create_dir_all(path.parent().expect("a parent")).expect("made");
            fs::write(path, content).expect("written");
        }
        shown(
            vec![Request::Path(directory.path().to_owned())],
            directory.path(),
        )
    }

    fn shown(requests: Vec<Request>, root: &Path) -> Vec<String> {
        let below = |origin: Origin| match origin {
            Origin::File(path) => path
                .strip_prefix(root)
                .map_or(path.clone(), Path::to_path_buf)
                .display()
                .to_string(),
            other => other.to_string(),
        };
        walk(requests)
            .map(|found| match found {
                Ok(origin) => below(origin),
                Err((origin, error)) => format!("{}: {error}", below(origin)),
            })
            .collect()
    }

    #[test]
    fn directories_are_walked_by_name_and_only_texts_are_taken() {
        let files = [
            ("b.txt", ""),
            ("a/2.md", ""),
            ("a/1.markdown", ""),
            ("c.png", ""),
            ("d.toml", ""),
            ("b.txt.toml", ""),
            (".hidden.txt", ""),
            ("README.md", ""),
            ("license-mehr.txt", ""),
            ("readmission.txt", ""),
            ("LICENSE.txt", ""),
        ];
        assert_eq!(
            found(&files),
            ["a/1.markdown", "a/2.md", "b.txt", "readmission.txt"]
        );
    }

    #[test]
    fn ignore_files_are_honoured_outside_repositories_too() {
        let files = [
            (".gitignore", "drafts/\n"),
            (".ignore", "old-*\n"),
            ("drafts/a.txt", ""),
            ("old-1.txt", ""),
            ("new.txt", ""),
        ];
        assert_eq!(found(&files), ["new.txt"]);
    }

    #[test]
    fn a_directory_without_texts_says_so_once() {
        let found = found(&[("a.png", "")]);
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("nothing readable"), "{found:?}");
    }

    #[test]
    fn named_files_are_taken_whatever_they_are_called_and_only_once() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = |name: &str| Request::Path(directory.path().join(name));
        fs::write(directory.path().join("README"), "").expect("written");
        fs::write(directory.path().join("a.txt"), "").expect("written");
        let requests = vec![
            path("README"),
            path("missing"),
            path("a.txt"),
            path(""),
            path("./a.txt"),
        ];
        assert_eq!(
            shown(requests, directory.path()),
            ["README", "missing: no such file or directory", "a.txt"]
        );
    }

    #[cfg(unix)]
    #[test]
    fn loops_of_links_end_and_dead_links_are_passed_over() {
        let directory = tempfile::tempdir().expect("a directory");
        let root = directory.path();
        fs::create_dir(root.join("a")).expect("made");
        fs::write(root.join("a/1.txt"), "").expect("written");
        std::os::unix::fs::symlink(root, root.join("a/loop")).expect("linked");
        std::os::unix::fs::symlink(root.join("nowhere"), root.join("dead.txt")).expect("linked");
        assert_eq!(
            shown(vec![Request::Path(root.to_owned())], root),
            ["a/1.txt"]
        );
    }
}
