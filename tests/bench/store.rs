//! How long keeping takes: what a key press waits for, and what the start waits for.
//!
//! `cargo bench --bench store`. Places: a temporary directory, so the speed is
//! that of the disk behind it.

use divan::Bencher;
use newsreader::casefile::{Change, DocumentKey, Key, Value};
use newsreader::store::{self, Store};
use tempfile::TempDir;

fn main() {
    divan::main();
}

fn read(number: u128) -> (Key, Option<Value>) {
    (Key::Read(DocumentKey(number)), Some(Value::Yes))
}

/// A case file that says so many documents were read.
fn filled(count: u128) -> (TempDir, Store) {
    let directory = tempfile::tempdir().expect("a directory");
    let mut store = store::open(directory.path()).store.expect("writable");
    let change = Change {
        title: String::new(),
        facts: (0..count).map(read).collect(),
    };
    store.write(&change).expect("written");
    (directory, store)
}

#[divan::bench(args = [0, 100_000], sample_count = 200, sample_size = 1)]
fn one_fact_is_kept(bencher: Bencher<'_, '_>, count: u128) {
    let (_directory, mut store) = filled(count);
    let mut next = count;
    bencher.bench_local(|| {
        next += 1;
        let change = Change {
            title: String::new(),
            facts: vec![read(next)],
        };
        store.write(&change).expect("written");
    });
}

#[divan::bench(args = [100, 100_000], sample_count = 20, sample_size = 1)]
fn a_case_file_is_opened(bencher: Bencher<'_, '_>, count: u128) {
    let (directory, store) = filled(count);
    drop(store);
    bencher.bench_local(|| store::open(directory.path()));
}
