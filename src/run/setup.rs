//! From the user's settings to what the app and the view are made with.

use std::env;

use chrono::Local;

use crate::app::keymap::Keymap;
use crate::app::{MouseUse, Settings};
use crate::config::{Complaint, Config, ThemeName};
use crate::view::theme::{Letters, Theme};

/// What is said over the samples.
pub const WELCOME: &str = "Samples to try out – open your own: newsreader FILE… DIRECTORY…";

/// Reads the user's settings and the environment; what cannot be used of them
/// is told in the reader.
pub fn from_environment(greeting: Option<String>) -> (Settings, Theme) {
    let (config, complaints) = Config::load();
    // As no-color.org has it: set to anything but nothing.
    let coloured = env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    let theme = if coloured {
        config.theme
    } else {
        ThemeName::Plain
    };
    let theme = theme_of(theme, config.ascii);
    (settings_of(&config, complaints, greeting), theme)
}

fn settings_of(
    config: &Config,
    mut complaints: Vec<Complaint>,
    greeting: Option<String>,
) -> Settings {
    let (keymap, wrong) = Keymap::new(&config.keys);
    complaints.extend(wrong);
    Settings {
        keymap,
        measure: config.measure,
        mouse: if config.mouse {
            MouseUse::Program
        } else {
            MouseUse::Terminal
        },
        complaints,
        greeting,
        today: Local::now().date_naive(),
    }
}

fn theme_of(name: ThemeName, ascii: bool) -> Theme {
    let theme = match name {
        ThemeName::Dark => Theme::dark(),
        ThemeName::Light => Theme::light(),
        ThemeName::Plain => Theme::plain(),
    };
    theme.with_letters(if ascii {
        Letters::Ascii
    } else {
        Letters::Unicode
    })
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::app::action::{Action, Context};

    #[test]
    fn what_stands_in_the_file_reaches_the_app() {
        let text = "measure = 60\nmouse = true\n[keys]\nnext = \"x\"\ndance = \"y\"\n";
        let (config, complaints) = Config::patched(text, Path::new("my.toml"));
        let mut settings = settings_of(&config, complaints, None);
        assert_eq!(settings.measure, 60);
        assert_eq!(settings.mouse, MouseUse::Program);
        let key = "x".parse().expect("a key");
        let pressed = settings.keymap.press(key, Context::Reader);
        assert_eq!(pressed, crate::app::keymap::Pressed::Action(Action::Next));
        let said: Vec<String> = settings
            .complaints
            .iter()
            .map(ToString::to_string)
            .collect();
        assert_eq!(said.len(), 1, "{said:?}");
        assert!(said[0].starts_with("my.toml:5: "), "{said:?}");
    }
}
