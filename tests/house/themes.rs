//! The themes that come with the program.

use std::fs;
use std::path::Path;

use newsreader::config::Config;
use newsreader::view::theme::Theme;

use super::sources::project;

#[test]
fn every_theme_has_every_role_and_no_other() {
    let folder = project().join("assets/themes");
    let mut count = 0;
    for entry in fs::read_dir(folder).expect("assets/themes") {
        let path = entry.expect("assets/themes").path();
        let source = fs::read_to_string(&path).expect("a theme");
        if let Err(error) = Theme::parse(&source) {
            panic!("{}: {error}", path.display());
        }
        let name = path.file_stem().expect("a name").to_string_lossy();
        let setting = format!("theme = \"{name}\"");
        let (_, complaints) = Config::patched(&setting, Path::new("settings"));
        assert_eq!(complaints, [], "no setting chooses {name}");
        count += 1;
    }
    assert!(count >= 3, "{count} themes");
}
