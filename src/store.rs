//! What must outlive a run: the case file, in SQLite.
//!
//! A row a fact, a transaction a change: what [`Store::write`] has returned from
//! is on disk, and two programs that run at once keep each other's facts, since
//! neither writes a row it did not change. [`Store::news`] tells what the other
//! one has written. A fact taken away leaves an empty row, so that this is told too.
//!
//! A file that is damaged is moved aside and never written to again; one of a
//! newer program is read as far as it is understood, and not written to. Both
//! are told. Nothing here knows what a fact means.

mod schema;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};
use std::{env, fs, io};

use rusqlite::{Connection, OpenFlags, TransactionBehavior, params};

use crate::casefile::{CaseFile, Change, Key, Value};

/// The file's name in the data directory.
const FILE: &str = "case.db";

/// A fact, or the key of one taken away.
pub type Fact = (Key, Option<Value>);

/// Tells why something could not be kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the case file {}: {}", .path.display(), told(.error))]
    Database {
        path: PathBuf,
        error: rusqlite::Error,
    },
    #[error("the directory {} cannot be made: {error}", .path.display())]
    Directory { path: PathBuf, error: io::Error },
    #[error("the case file is of a newer newsreader, which this one does not write to")]
    Newer,
}

/// Says what went wrong, without SQLite's numbers.
fn told(error: &rusqlite::Error) -> String {
    match error {
        rusqlite::Error::SqliteFailure(code, Some(message)) if !message.is_empty() => {
            match code.code {
                rusqlite::ErrorCode::DatabaseBusy => "another program holds it".to_owned(),
                _ => message.clone(),
            }
        }
        error => error.to_string(),
    }
}

/// What was found where the case file lies.
#[derive(Debug)]
pub struct Opened {
    /// Where changes go; `None` where nothing can be kept in this run.
    pub store: Option<Store>,
    pub case: CaseFile,
    /// What the user should know.
    pub remarks: Vec<String>,
}

/// An open case file.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
    /// The number of the latest change taken in.
    seen: i64,
}

/// Returns the directory the case file lies in: the one `NEWSREADER_DATA` names,
/// or else the system's place for data; `None` where there is neither.
pub fn directory() -> Option<PathBuf> {
    match env::var_os("NEWSREADER_DATA") {
        Some(named) if named.is_empty() => None,
        Some(named) => Some(named.into()),
        None => directories::ProjectDirs::from("", "", "newsreader")
            .map(|places| places.data_dir().to_owned()),
    }
}

/// Opens the case file in a directory; both are made where they are missing.
pub fn open(directory: &Path) -> Opened {
    let path = directory.join(FILE);
    match Store::at(directory, &path) {
        Ok((store, facts)) => Opened::with(Some(store), facts, Vec::new()),
        Err(StoreError::Newer) => Opened::newer(&path),
        Err(StoreError::Database { error, .. }) if is_damage(&error) => match aside(&path) {
            Ok(kept) => {
                let remark = format!(
                    "the case file was damaged; it is kept as {} and a new one begun",
                    kept.display()
                );
                Opened::anew(directory, &path, remark)
            }
            Err(error) => Opened::with(
                None,
                Vec::new(),
                vec![format!(
                    "the case file {} is damaged and cannot be moved aside ({error}); nothing is kept",
                    path.display()
                )],
            ),
        },
        Err(error) => Opened::with(
            None,
            Vec::new(),
            vec![format!("{error}; nothing is kept in this run")],
        ),
    }
}

impl Opened {
    fn with(store: Option<Store>, facts: Vec<Fact>, remarks: Vec<String>) -> Self {
        let held = facts
            .into_iter()
            .filter_map(|(key, value)| Some((key, value?)));
        Self {
            store,
            case: CaseFile::of(held),
            remarks,
        }
    }

    fn anew(directory: &Path, path: &Path, remark: String) -> Self {
        match Store::at(directory, path) {
            Ok((store, facts)) => Self::with(Some(store), facts, vec![remark]),
            Err(error) => Self::with(None, Vec::new(), vec![remark, error.to_string()]),
        }
    }

    fn newer(path: &Path) -> Self {
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY;
        let facts = Connection::open_with_flags(path, flags)
            .and_then(|connection| schema::facts_since(&connection, 0));
        let remark = "the case file is of a newer newsreader: it is read as far as possible, \
                      and nothing of this run is kept";
        Self::with(
            None,
            facts.map(|(facts, _)| facts).unwrap_or_default(),
            vec![remark.to_owned()],
        )
    }
}

impl Store {
    fn at(directory: &Path, path: &Path) -> Result<(Self, Vec<Fact>), StoreError> {
        fs::create_dir_all(directory).map_err(|error| StoreError::Directory {
            path: directory.to_owned(),
            error,
        })?;
        let failed = |error| StoreError::Database {
            path: path.to_owned(),
            error,
        };
        let mut connection = Connection::open(path).map_err(failed)?;
        if schema::version(&connection).map_err(failed)? > schema::VERSION {
            return Err(StoreError::Newer);
        }
        schema::prepare(&connection).map_err(failed)?;
        schema::migrate(&mut connection).map_err(failed)?;
        let (facts, seen) = schema::facts_since(&connection, 0).map_err(failed)?;
        let store = Self {
            connection,
            path: path.to_owned(),
            seen,
        };
        Ok((store, facts))
    }

    /// Keeps a change, all of it or nothing; what this returns from is on disk.
    ///
    /// # Errors
    /// When the database cannot be written to. The change is then not kept.
    pub fn write(&mut self, change: &Change) -> Result<(), StoreError> {
        let written = self.try_write(change);
        written.map_err(|error| self.failed(error))
    }

    fn try_write(&mut self, change: &Change) -> rusqlite::Result<()> {
        let transaction = self
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let latest = schema::latest(&transaction)?;
        {
            let mut set = transaction.prepare_cached(schema::SET)?;
            for (key, value) in &change.facts {
                let value = schema::joined(&transaction, key, value.as_ref())?;
                set.execute(params![schema::json(key), value, latest + 1])?;
            }
        }
        transaction.commit()?;
        // What another program wrote meanwhile is still to be told.
        if self.seen == latest {
            self.seen = latest + 1;
        }
        Ok(())
    }

    /// Returns the facts that another program has changed since this was asked last.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub fn news(&mut self) -> Result<Vec<Fact>, StoreError> {
        let news = schema::facts_since(&self.connection, self.seen);
        let (facts, seen) = news.map_err(|error| self.failed(error))?;
        self.seen = seen;
        Ok(facts)
    }

    fn failed(&self, error: rusqlite::Error) -> StoreError {
        StoreError::Database {
            path: self.path.clone(),
            error,
        }
    }
}

fn is_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
    match error {
        rusqlite::Error::SqliteFailure(code, _) => {
            matches!(code.code, DatabaseCorrupt | NotADatabase)
        }
        // A file of another program, or one whose table was cut short.
        rusqlite::Error::FromSqlConversionFailure(..) | rusqlite::Error::InvalidColumnType(..) => {
            true
        }
        _ => false,
    }
}

/// Moves a database aside, with its journals; returns its new name.
fn aside(path: &Path) -> io::Result<PathBuf> {
    let mut number = 1;
    let kept = loop {
        let kept = path.with_extension(format!("damaged-{number}.db"));
        if !kept.exists() {
            break kept;
        }
        number += 1;
    };
    fs::rename(path, &kept)?;
    for journal in ["-wal", "-shm"] {
        let beside = |path: &Path| {
            let mut name = path.as_os_str().to_owned();
            name.push(journal);
            PathBuf::from(name)
        };
        if beside(path).exists() {
            fs::rename(beside(path), beside(&kept))?;
        }
    }
    Ok(kept)
}
