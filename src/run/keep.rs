//! Keeps what the app wants kept, and tells it what another program has changed.

use super::gather::{Gatherer, Work};
use crate::app::{App, Message};
use crate::casefile::Change;
use crate::store::{self, Store};

/// The open store, if anything can be kept.
pub(super) struct Keeper(Option<Store>);

impl Keeper {
    /// Opens the store and shows the app what is in it.
    pub fn open(app: &mut App, gatherer: &Gatherer) -> Self {
        let Some(directory) = store::directory() else {
            return Self(None);
        };
        let opened = store::open(&directory);
        for remark in opened.remarks {
            app.update(Message::Said(remark));
        }
        gatherer.ask(Work::Case(opened.case.clone()));
        app.update(Message::Case(opened.case));
        Self(opened.store)
    }

    /// Keeps a change: on disk when this returns, so before it is seen.
    pub fn keep(&mut self, change: &Change, app: &mut App, gatherer: &Gatherer) {
        if let Some(store) = &mut self.0
            && let Err(error) = store.write(change)
        {
            app.update(Message::Said(format!("not kept: {error}")));
        }
        gatherer.ask(Work::Change(change.clone()));
    }

    /// Returns what another program has changed since this was asked last.
    pub fn look(&mut self, gatherer: &Gatherer) -> Option<Message> {
        match self.0.as_mut()?.news() {
            Ok(facts) if facts.is_empty() => None,
            Ok(facts) => {
                let change = Change {
                    title: "changed in another newsreader".to_owned(),
                    facts,
                };
                gatherer.ask(Work::Change(change.clone()));
                Some(Message::Changed(change))
            }
            Err(error) => Some(Message::Said(error.to_string())),
        }
    }
}
