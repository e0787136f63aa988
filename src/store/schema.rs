//! The tables of the case file, and how an older one becomes a newer one.

use rusqlite::{Connection, OptionalExtension, Transaction};
use serde::Serialize;

use super::Fact;
use crate::casefile::{Key, Value};

/// Each step brings the tables from the version before; a step never changes.
const STEPS: &[&str] = &[
    // 1: facts, each with the number of the change that set it last.
    "CREATE TABLE facts (
        key TEXT PRIMARY KEY NOT NULL,
        value TEXT,
        change INTEGER NOT NULL
     ) WITHOUT ROWID;
     CREATE INDEX facts_by_change ON facts (change);",
];

/// The version of the tables this program writes.
pub(super) const VERSION: i64 = STEPS.len() as i64;

/// Says whose file it is ("newsrdr" cut to four bytes), as SQLite's `file` magic has it.
const APPLICATION: i64 = 0x6e77_7372;

pub(super) const SET: &str = "INSERT INTO facts (key, value, change) VALUES (?1, ?2, ?3)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, change = excluded.change";

/// How many lines of a history are kept.
const LINES: usize = 200;

/// Sets how the database is written: a log beside the file, so that readers and
/// a writer do not wait for each other, flushed at every change.
pub(super) fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(std::time::Duration::from_secs(5))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")
}

pub(super) fn version(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Brings the tables to the present version, each step in a transaction.
pub(super) fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    loop {
        let transaction =
            connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        // Another program may have taken the step while this one waited.
        let version = version(&transaction)?;
        let Some(step) = usize::try_from(version).ok().and_then(|at| STEPS.get(at)) else {
            return Ok(());
        };
        transaction.execute_batch(step)?;
        transaction.pragma_update(None, "application_id", APPLICATION)?;
        transaction.pragma_update(None, "user_version", version + 1)?;
        transaction.commit()?;
    }
}

/// The number of the latest change.
pub(super) fn latest(connection: &Connection) -> rusqlite::Result<i64> {
    let latest = "SELECT coalesce(max(change), 0) FROM facts";
    connection.query_row(latest, [], |row| row.get(0))
}

/// Returns the facts of changes after `change`, and the number of the latest.
/// What a newer program has said and this one does not understand is passed over.
pub(super) fn facts_since(
    connection: &Connection,
    change: i64,
) -> rusqlite::Result<(Vec<Fact>, i64)> {
    let mut latest = change;
    let mut facts = Vec::new();
    let mut query =
        connection.prepare_cached("SELECT key, value, change FROM facts WHERE change > ?1")?;
    let mut rows = query.query([change])?;
    while let Some(row) = rows.next()? {
        let (key, value): (String, Option<String>) = (row.get(0)?, row.get(1)?);
        latest = latest.max(row.get(2)?);
        let Ok(key) = serde_json::from_str::<Key>(&key) else {
            continue;
        };
        match value.map(|value| serde_json::from_str::<Value>(&value)) {
            None => facts.push((key, None)),
            Some(Ok(value)) => facts.push((key, Some(value))),
            Some(Err(_)) => {}
        }
    }
    Ok((facts, latest))
}

/// Returns the value to write: lists of lines are joined with what another
/// program has added to them.
pub(super) fn joined(
    transaction: &Transaction<'_>,
    key: &Key,
    value: Option<&Value>,
) -> rusqlite::Result<Option<String>> {
    let Some(value) = value else {
        return Ok(None);
    };
    let (Key::Lines(_), Value::Lines(lines)) = (key, value) else {
        return Ok(Some(json(value)));
    };
    let there: Option<Option<String>> = transaction
        .prepare_cached("SELECT value FROM facts WHERE key = ?1")?
        .query_row([json(key)], |row| row.get(0))
        .optional()?;
    let there = there
        .flatten()
        .and_then(|there| serde_json::from_str(&there).ok());
    let mut all = match there {
        Some(Value::Lines(there)) => there,
        Some(_) | None => Vec::new(),
    };
    all.retain(|line| !lines.contains(line));
    all.extend(lines.iter().cloned());
    all.drain(..all.len().saturating_sub(LINES));
    Ok(Some(json(&Value::Lines(all))))
}

/// Writes a key or a value as it stands in the table.
pub(super) fn json(what: &impl Serialize) -> String {
    serde_json::to_string(what).expect("keys and values are plain data")
}
