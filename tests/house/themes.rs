//! The themes that come with the program.

use std::fs;

use newsreader::view::theme::Theme;
use newsreader::view::themes::Themes;

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
        let names = Themes::built_in().names();
        assert!(
            names.contains(&name.into_owned()),
            "nothing chooses {}",
            path.display()
        );
        count += 1;
    }
    assert_eq!(count, Themes::built_in().names().len());
}
