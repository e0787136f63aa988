//! From the user's settings to what the app and the view are made with.

use std::env;

use crate::app::keymap::Keymap;
use crate::app::layout::{Division, Edge};
use crate::app::reader::Reordering;
use crate::app::themes::{self, Standing};
use crate::app::{MouseUse, Settings};
use crate::config::{Complaint, Config, Files, Keys, Loaded, Place};
use crate::view::theme::Letters;
use crate::view::themes::{MONO, SIXTEEN, Themes, USUAL};

/// What is said over the samples.
pub const WELCOME: &str = "Samples to try out – open your own: newsreader FILE… DIRECTORY…";

/// What of the environment bears on how the reader looks.
#[derive(Debug, Clone, Default)]
pub struct Environment {
    /// `NO_COLOR`, as no-color.org has it: set to anything but nothing.
    pub colourless: bool,
    /// `TERM` and `COLORTERM`, which say what the terminal can show.
    pub terminal: Option<String>,
    pub colours: Option<String>,
}

/// Who chose the theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chooser {
    BuiltIn,
    /// What the terminal can show.
    Terminal,
    /// `NO_COLOR`.
    NoColour,
    Settings(Place),
    /// `--theme`.
    CommandLine,
}

/// Everything the user has said of how the reader shall be.
#[derive(Debug)]
pub struct Wishes {
    /// Where the settings lie; `None` when none are read.
    pub files: Option<Files>,
    pub loaded: Loaded,
    pub keys: Keys,
    keymap: Keymap,
    pub themes: Themes,
    pub theme: String,
    pub chooser: Chooser,
    /// What could not be used of all that, file by file.
    pub complaints: Vec<Complaint>,
}

impl Environment {
    /// Reads the environment of the program.
    pub fn read() -> Self {
        Self {
            colourless: env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()),
            terminal: env::var("TERM").ok(),
            colours: env::var("COLORTERM").ok(),
        }
    }

    /// Returns the theme for what the terminal can show.
    fn theme(&self) -> &'static str {
        let terminal = self.terminal.as_deref().unwrap_or_default();
        let starts = |names: &[&str]| names.iter().any(|name| terminal.starts_with(name));
        if starts(&["dumb", "vt1", "vt2"]) {
            MONO
        } else if self.colours.as_deref().is_none_or(str::is_empty)
            && !terminal.contains("256")
            && (starts(&["linux", "ansi", "cons", "cygwin", "rxvt", "Eterm"])
                || ["screen", "xterm", "tmux"].contains(&terminal))
        {
            SIXTEEN
        } else {
            USUAL
        }
    }
}

impl Wishes {
    /// Reads the user's files; what cannot be used of them is complained about.
    pub fn read(environment: &Environment) -> Self {
        let files = Files::find();
        let mut complaints = Vec::new();
        let loaded = files.as_ref().map(Loaded::of).unwrap_or_default();
        complaints.extend(loaded.complaints.iter().cloned());
        let keys = files
            .as_ref()
            .map_or_else(Keys::default, |files| read_keys(files, &mut complaints));
        let (keymap, wrong) = Keymap::new(&keys);
        complaints.extend(wrong);
        let mut themes = Themes::built_in();
        if let Some(files) = &files {
            let (found, wrong) = files.read_themes();
            complaints.extend(wrong);
            for (name, file, text) in found {
                complaints.extend(themes.add(&name, &text, &file));
            }
        }
        let letters = if loaded.config.ascii {
            Letters::Ascii
        } else {
            Letters::Unicode
        };
        let mut wishes = Self {
            files,
            loaded,
            keys,
            keymap,
            themes: themes.with_letters(letters),
            theme: USUAL.to_owned(),
            chooser: Chooser::BuiltIn,
            complaints,
        };
        wishes.choose_theme(environment);
        wishes
    }

    /// Takes the theme that `--theme` names.
    ///
    /// # Errors
    /// A sentence that lists the themes, when this is none.
    pub fn take_theme(&mut self, name: &str) -> Result<(), String> {
        let names = self.themes.names();
        let name = proper(name);
        if !names.iter().any(|known| known == name) {
            let names = names.join(", ");
            return Err(format!(
                "there is no theme “{name}”; the themes are {names}"
            ));
        }
        self.theme = name.to_owned();
        self.chooser = Chooser::CommandLine;
        Ok(())
    }

    /// Makes the app's settings, and the themes the view draws with.
    pub fn settle(self, greeting: Option<String>) -> (Settings, Themes) {
        let config = &self.loaded.config;
        let standing = |asked: bool| {
            if asked {
                Standing::Asked
            } else {
                Standing::Usual
            }
        };
        let theme = standing(self.chooser != Chooser::BuiltIn);
        let settings = Settings {
            today: chrono::Local::now().date_naive(),
            measure: config.measure,
            mouse: if config.mouse {
                MouseUse::Program
            } else {
                MouseUse::Terminal
            },
            reordering: if config.reorder {
                Reordering::Here
            } else {
                Reordering::Terminal
            },
            themes: themes::Themes::new(self.themes.names(), &self.theme, theme),
            division: division(&self.loaded),
            layout: standing(self.loaded.place_of("layout").is_some()),
            zoom: config.zoom,
            keymap: self.keymap,
            complaints: self.complaints,
            greeting,
        };
        (settings, self.themes)
    }

    fn choose_theme(&mut self, environment: &Environment) {
        if environment.colourless {
            self.theme = MONO.to_owned();
            self.chooser = Chooser::NoColour;
            return;
        }
        if let Some(place) = self.loaded.place_of("theme") {
            let name = proper(&self.loaded.config.theme);
            let names = self.themes.names();
            if names.iter().any(|known| known == name) {
                self.theme = name.to_owned();
                self.chooser = Chooser::Settings(place.clone());
                return;
            }
            let hint = format!("the themes are {}", names.join(", "));
            let complaint = place.complain(format!("there is no theme “{name}”"), hint);
            self.complaints.push(complaint);
        }
        self.theme = environment.theme().to_owned();
        if self.theme != USUAL {
            self.chooser = Chooser::Terminal;
        }
    }
}

fn read_keys(files: &Files, complaints: &mut Vec<Complaint>) -> Keys {
    match files.read_keymap() {
        Ok(text) => {
            let (keys, wrong) = Keys::read(&text.unwrap_or_default(), &files.keymap);
            complaints.extend(wrong);
            keys
        }
        Err(complaint) => {
            complaints.push(complaint);
            Keys::default()
        }
    }
}

/// The name of a theme, where it has another that people know it by.
fn proper(name: &str) -> &str {
    match name {
        "plain" => MONO,
        name => name,
    }
}

/// The layout, and the sizes that the user's file asks for; others follow the layout.
fn division(loaded: &Loaded) -> Division {
    let Config {
        layout,
        left_column,
        documents_height,
        reading_height,
        ..
    } = loaded.config;
    let mut division = Division::of(layout);
    for (setting, edge, per_cent) in [
        ("left-column", Edge::Left, left_column),
        ("documents-height", Edge::Documents, documents_height),
        ("reading-height", Edge::Reading, reading_height),
    ] {
        if loaded.place_of(setting).is_some() {
            division.set(edge, Some(per_cent * 10));
        }
    }
    division
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    fn wishes(text: &str, environment: &Environment) -> Wishes {
        let loaded = Loaded::patched(text, Path::new("my.toml"));
        let mut wishes = Wishes {
            files: None,
            complaints: loaded.complaints.clone(),
            loaded,
            keys: Keys::default(),
            keymap: Keymap::default(),
            themes: Themes::built_in(),
            theme: USUAL.to_owned(),
            chooser: Chooser::BuiltIn,
        };
        wishes.choose_theme(environment);
        wishes
    }

    fn terminal(name: &str) -> Environment {
        Environment {
            terminal: Some(name.to_owned()),
            ..Environment::default()
        }
    }

    #[test]
    fn what_stands_in_the_file_reaches_the_app() {
        let text =
            "measure = 60\nmouse = true\nreorder = true\nlayout = \"two\"\nleft-column = 40\n";
        let wishes = wishes(text, &Environment::default());
        let (settings, _) = wishes.settle(None);
        assert_eq!(settings.measure, 60);
        assert_eq!(settings.mouse, MouseUse::Program);
        assert_eq!(settings.reordering, Reordering::Here);
        assert_eq!(settings.division.to_string(), "two left=400");
        assert_eq!(settings.layout, Standing::Asked);
    }

    #[test]
    fn the_command_line_goes_before_no_color_and_that_before_the_file() {
        let colourless = Environment {
            colourless: true,
            ..terminal("xterm-256color")
        };
        let mut wishes = wishes("theme = \"light\"", &colourless);
        assert_eq!(
            (wishes.theme.as_str(), &wishes.chooser),
            (MONO, &Chooser::NoColour)
        );
        assert!(wishes.take_theme("neon").is_err());
        wishes.take_theme("light").expect("there is one");
        assert_eq!(wishes.theme, "light");
    }

    #[test]
    fn a_terminal_of_few_colours_gets_a_theme_of_few_unless_the_file_says_otherwise() {
        let check = |text, name, expected: &str| {
            assert_eq!(wishes(text, &terminal(name)).theme, expected, "{name}");
        };
        check("", "xterm-256color", "dark");
        check("", "linux", "16");
        check("", "screen", "16");
        check("", "vt100", "mono");
        check("theme = \"light\"", "linux", "light");
        check("theme = \"plain\"", "xterm-256color", "mono");
    }

    #[test]
    fn a_theme_nobody_has_is_complained_about_with_its_line() {
        let wishes = wishes("\ntheme = \"neon\"\n", &terminal("xterm-256color"));
        assert_eq!(wishes.theme, "dark");
        let said = wishes.complaints[0].to_string();
        assert!(
            said.starts_with("my.toml:2: there is no theme “neon”"),
            "{said}"
        );
    }
}
