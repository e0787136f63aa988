//! The themes that come with the program.

use std::fs;

use newsreader::config::Config;
use newsreader::view::theme::Theme;

use super::sources::project;

#[test]
fn every_theme_has_every_role_and_no_other() {
    let folder = project().join("assets/themes");
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).expect("assets/themes") {
        let path = entry.expect("assets/themes").path();
        let source = fs::read_to_string(&path).expect("a theme");
        if let Err(error) = Theme::parse(&source) {
            panic!("{}: {error}", path.display());
        }
        names.push(path.file_stem().expect("a name").to_owned());
    }
    let usual = Config::default().theme;
    assert!(
        names.iter().any(|name| name == &*usual),
        "{usual} is no theme"
    );
}
