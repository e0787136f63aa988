//! The project's own source files, as the other tests of this folder read them.

use std::fs;
use std::path::{Path, PathBuf};

/// One file under `src`.
pub struct SourceFile {
    /// Relative to the project ("src/app/reader.rs").
    pub path: String,
    pub text: String,
}

/// The top of the project.
pub fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Reads every Rust file of the program under `src`, in the order of their paths;
/// unit tests in a file of their own (`tests.rs`) are left out.
pub fn all() -> Vec<SourceFile> {
    let mut files = Vec::new();
    gather(&project().join("src"), &mut files);
    files.sort_by(|one, other| one.path.cmp(&other.path));
    assert!(files.len() > 20, "the source was not found");
    files
}

fn gather(folder: &Path, files: &mut Vec<SourceFile>) {
    for entry in fs::read_dir(folder).expect("src can be listed") {
        let path = entry.expect("src can be listed").path();
        if path.is_dir() {
            gather(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && path.file_name().is_some_and(|name| name != "tests.rs")
        {
            let relative = path.strip_prefix(project()).expect("it lies inside");
            files.push(SourceFile {
                path: relative.to_string_lossy().into_owned(),
                text: fs::read_to_string(&path).expect("source is UTF-8"),
            });
        }
    }
}

impl SourceFile {
    /// The module at the top of the crate this file belongs to ("app" of `src/app/reader.rs`).
    pub fn room(&self) -> &str {
        let inner = self.path.trim_start_matches("src/");
        inner.split(['/', '.']).next().expect("a path has a part")
    }

    /// The file without comments and without its unit tests.
    pub fn program(&self) -> String {
        program(&self.text)
    }
}

/// Cuts comments and a closing `#[cfg(test)]` module out of Rust source.
///
/// Comments are found by line: this house writes no block comments and no
/// comment markers in strings that matter here.
pub fn program(text: &str) -> String {
    let mut kept = String::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let next_is_module = lines
            .peek()
            .is_some_and(|next| next.contains("mod ") && next.ends_with('{'));
        if line.trim() == "#[cfg(test)]" && next_is_module {
            break;
        }
        if !line.trim_start().starts_with("//") {
            kept.push_str(line.split(" // ").next().unwrap_or(line));
            kept.push('\n');
        }
    }
    kept
}

#[test]
fn comments_and_unit_tests_are_no_part_of_the_program() {
    let text =
        "//! crate::view\nuse crate::a; // crate::b\n#[cfg(test)]\nmod tests {\n crate::c\n}\n";
    assert_eq!(program(text), "use crate::a;\n");
}
