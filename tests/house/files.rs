//! Files: where they lie and how long they may be.

use super::sources;

/// About four hundred lines is the aim; beyond this a file holds two things.
const LONGEST: usize = 600;

#[test]
fn no_source_file_is_longer_than_six_hundred_lines() {
    let long: Vec<String> = sources::all()
        .iter()
        .map(|file| (file.program().lines().count(), &file.path))
        .filter(|(lines, _)| *lines > LONGEST)
        .map(|(lines, path)| format!("{path}: {lines}"))
        .collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn modules_lie_beside_their_folder_not_in_mod_rs() {
    let misplaced: Vec<String> = sources::all()
        .into_iter()
        .map(|file| file.path)
        .filter(|path| path.ends_with("/mod.rs"))
        .collect();
    assert!(misplaced.is_empty(), "{misplaced:?}");
}

#[test]
fn every_source_file_opens_by_saying_what_it_is_for() {
    let silent: Vec<String> = sources::all()
        .into_iter()
        .filter(|file| !file.text.starts_with("//! "))
        .map(|file| file.path)
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}
