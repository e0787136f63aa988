//! Opens a file in the user's editor, at a place.

use std::ffi::OsString;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::process::Command;

/// The file is looked through for the line up to this many bytes.
const LOOKED_THROUGH: u64 = 64 << 20;

/// Editors that take "+12" before the file.
const PLUS: &[&str] = &[
    "vi",
    "vim",
    "nvim",
    "view",
    "nano",
    "pico",
    "emacs",
    "emacsclient",
    "kak",
    "micro",
    "joe",
    "jed",
    "mg",
    "ne",
    "mcedit",
    "vis",
    "less",
    "more",
];

/// Editors that take "file:12".
const COLON: &[&str] = &["hx", "helix", "zed", "subl"];

/// Editors that take "--goto file:12".
const GOTO: &[&str] = &["code", "codium", "vscodium", "code-insiders", "cursor"];

/// Returns the command that opens a file at a code point of it: what `VISUAL`
/// or `EDITOR` says, words of its own included, as other programs read them.
pub(super) fn command(path: &Path, code_point: usize) -> Command {
    let wanted = ["VISUAL", "EDITOR"].into_iter().find_map(|name| {
        let value = std::env::var(name).ok()?;
        (!value.trim().is_empty()).then_some(value)
    });
    let editor = wanted.unwrap_or_else(|| "vi".to_owned());
    let arguments = arguments(&editor, path, line_of(path, code_point));
    let mut command = Command::new("sh");
    // The shell splits what the variable says; the file stays one argument.
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg("sh");
    command.args(arguments);
    command
}

/// Runs the editor until it is closed.
///
/// # Errors
/// A sentence that says that it could not be started or that it failed.
pub(super) fn run(mut command: Command) -> Result<(), String> {
    let status = command
        .status()
        .map_err(|error| format!("the editor could not be started: {error}"))?;
    match status.code() {
        Some(0) => Ok(()),
        Some(127) => Err("the editor was not found; EDITOR or VISUAL names it".to_owned()),
        Some(code) => Err(format!("the editor ended with status {code}")),
        None => Err("the editor was stopped by a signal".to_owned()),
    }
}

/// What is written after the editor's own words.
fn arguments(editor: &str, path: &Path, line: usize) -> Vec<OsString> {
    let program = editor.split_whitespace().next().unwrap_or_default();
    let name = program.rsplit('/').next().unwrap_or_default();
    let at_line = || {
        let mut file = path.as_os_str().to_owned();
        file.push(format!(":{line}"));
        file
    };
    // A name like "-c" is a file, too.
    let file = if path.is_relative() {
        Path::new(".").join(path).into_os_string()
    } else {
        path.as_os_str().to_owned()
    };
    if PLUS.contains(&name) {
        vec![format!("+{line}").into(), file]
    } else if COLON.contains(&name) {
        vec![at_line()]
    } else if GOTO.contains(&name) {
        vec!["--goto".into(), at_line()]
    } else {
        vec![file]
    }
}

/// The line a code point of a file is in, the first for what cannot be read.
fn line_of(path: &Path, code_point: usize) -> usize {
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(LOOKED_THROUGH).read_to_end(&mut bytes));
    if read.is_err() {
        return 1;
    }
    let text = String::from_utf8_lossy(&bytes);
    let before = text.chars().take(code_point);
    before.filter(|letter| *letter == '\n').count() + 1
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{arguments, line_of};

    #[test]
    fn editors_are_told_the_line_in_their_own_way() {
        let check = |editor: &str, expected: &[&str]| {
            assert_eq!(
                arguments(editor, Path::new("/a b.txt"), 12),
                expected,
                "{editor}"
            );
        };
        check("vim", &["+12", "/a b.txt"]);
        check("/usr/bin/nano -w", &["+12", "/a b.txt"]);
        check("hx", &["/a b.txt:12"]);
        check("code --wait", &["--goto", "/a b.txt:12"]);
        check("ed", &["/a b.txt"]);
    }

    #[test]
    fn a_file_named_like_an_option_is_a_file() {
        assert_eq!(arguments("vim", Path::new("-c"), 1), ["+1", "./-c"]);
    }

    #[test]
    fn the_line_is_counted_in_letters_not_bytes() {
        let directory = tempfile::tempdir().expect("a directory");
        let path = directory.path().join("a.txt");
        std::fs::write(&path, "é\nzwei\ndrei\n").expect("written");
        assert_eq!(line_of(&path, 2), 2);
        assert_eq!(line_of(&path, 7), 3);
        assert_eq!(line_of(Path::new("/nowhere"), 7), 1);
    }
}
