//! Where the user's settings lie, and what stands in them.

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use super::{Complaint, Place};

/// The files of the user's settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files {
    /// The settings.
    pub config: PathBuf,
    /// The keys, beside the settings.
    pub keymap: PathBuf,
    /// The directory of the user's themes, beside the settings.
    pub themes: PathBuf,
    by: By,
}

/// Who said where the settings are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum By {
    /// The system: having none is no fault.
    System,
    /// `NEWSREADER_CONFIG`: a file named is a file wanted.
    User,
}

impl Files {
    /// Finds the place: beside the file that `NEWSREADER_CONFIG` names, or the
    /// system's; `None` when the variable is set to nothing, or there is no home.
    pub fn find() -> Option<Self> {
        match env::var_os("NEWSREADER_CONFIG") {
            Some(named) if named.is_empty() => None,
            Some(named) => Some(Self::beside(PathBuf::from(named), By::User)),
            None => {
                let places = directories::ProjectDirs::from("", "", "newsreader")?;
                let config = places.config_dir().join("config.toml");
                Some(Self::beside(config, By::System))
            }
        }
    }

    fn beside(config: PathBuf, by: By) -> Self {
        let folder = config.parent().map(Path::to_owned).unwrap_or_default();
        Self {
            keymap: folder.join("keymap.toml"),
            themes: folder.join("themes"),
            config,
            by,
        }
    }

    /// Returns what the settings say; `None` when there are none.
    ///
    /// # Errors
    /// Why a file that is there, or was named, cannot be read.
    pub fn read_config(&self) -> Result<Option<String>, Complaint> {
        match (read(&self.config)?, self.by) {
            (None, By::User) => {
                let place = Place::whole(&self.config);
                Err(place.complain("no such file", "the built-in settings hold"))
            }
            (text, By::User | By::System) => Ok(text),
        }
    }

    /// Returns what the keymap says; `None` when there is none.
    ///
    /// # Errors
    /// Why a file that is there cannot be read.
    pub fn read_keymap(&self) -> Result<Option<String>, Complaint> {
        read(&self.keymap)
    }

    /// Returns the user's themes: name, file, and what stands in it, by name.
    pub fn read_themes(&self) -> (Vec<(String, PathBuf, String)>, Vec<Complaint>) {
        let mut themes = Vec::new();
        let mut complaints = Vec::new();
        let files = fs::read_dir(&self.themes).into_iter().flatten().flatten();
        let mut files: Vec<PathBuf> = files.map(|file| file.path()).collect();
        files.retain(|file| file.extension().is_some_and(|ending| ending == "toml"));
        files.sort();
        for file in files {
            let name = file.file_stem().and_then(|name| name.to_str());
            match (name.map(str::to_owned), read(&file)) {
                (Some(name), Ok(Some(text))) => themes.push((name, file, text)),
                (None, _) => complaints.push(
                    Place::whole(&file).complain("the file's name is no text", "rename the file"),
                ),
                (Some(_), Ok(None)) => {}
                (Some(_), Err(complaint)) => complaints.push(complaint),
            }
        }
        (themes, complaints)
    }
}

/// Reads a file; `None` when it is not there.
fn read(file: &Path) -> Result<Option<String>, Complaint> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(Some(text)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => {
            let place = Place::whole(file);
            Err(place.complain(error.to_string(), "what is built in holds"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{By, Files};

    #[test]
    fn a_file_that_was_named_must_be_there_and_one_that_was_not_need_not() {
        let files = |by| Files::beside("no/such/config.toml".into(), by);
        let complaint = files(By::User).read_config().expect_err("it is not there");
        assert_eq!(complaint.message, "no such file");
        assert_eq!(files(By::System).read_config(), Ok(None));
        assert_eq!(files(By::User).read_keymap(), Ok(None));
        assert!(files(By::User).keymap.ends_with("no/such/keymap.toml"));
    }
}
