//! Gathers people and events beside the loop.
//!
//! The gatherer owns the corpus that grows; whenever it has changed, the app
//! gets what is to be shown of it. Joining a hundred thousand articles takes
//! seconds, and the keys do not wait for it.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel};
use std::thread;

use chrono::NaiveDate;

use super::Input;
use crate::analysis::{Lexicon, analyse};
use crate::app::Message;
use crate::app::loading::Arrival;
use crate::casefile::{CaseFile, Change, Edited, Key, SeenByOrigin, Value};
use crate::corpus::{ArticleId, Corpus};

/// What the gatherer is asked to do.
pub(super) enum Work {
    /// Act on what the reader has decided before.
    Case(CaseFile),
    /// Act on what has changed in that.
    Change(Change),
    /// Take in what the loader brings.
    Arrivals {
        arrivals: Vec<Arrival>,
        is_last: bool,
    },
    /// Read an article again under another date, or under its own.
    Date {
        article: ArticleId,
        published: Option<NaiveDate>,
    },
}

/// How the gatherer is asked.
#[derive(Clone)]
pub(super) struct Gatherer(Sender<Work>);

impl Gatherer {
    /// Starts the thread; what it has gathered comes as messages.
    pub fn start(sender: SyncSender<Input>) -> Self {
        let (asked, work) = channel();
        thread::spawn(move || {
            let mut gathering = Gathering::default();
            while gathering.go_on(&work, &sender).is_some() {}
        });
        Self(asked)
    }

    /// Asks for work to be done.
    pub fn ask(&self, work: Work) {
        // Nobody gathers any more when the program is ending.
        let _ = self.0.send(work);
    }
}

#[derive(Default)]
struct Gathering {
    corpus: Corpus,
    case: CaseFile,
    /// Documents of earlier runs, by where they came from.
    seen: SeenByOrigin,
    /// What was found out of those and the app does not know yet.
    recognised: Change,
    /// The latest generation the app has got.
    shown: u64,
    /// Kept until the app has surely let go of them, so that they are freed here.
    given: VecDeque<Arc<Corpus>>,
}

/// How many corpora are kept after they were given away.
const KEPT: usize = 2;

impl Gathering {
    /// Does all the work that waits, then shows what came of it; `None` when the
    /// program is ending.
    fn go_on(&mut self, work: &Receiver<Work>, sender: &SyncSender<Input>) -> Option<()> {
        self.take(work.recv().ok()?);
        while let Ok(more) = work.try_recv() {
            self.take(more);
        }
        if !self.recognised.facts.is_empty() {
            let recognised = std::mem::replace(&mut self.recognised, Change::new(""));
            let message = Message::Recognised(recognised);
            sender.send(Input::Message(message)).ok()?;
        }
        if self.corpus.generation() == self.shown {
            return Some(());
        }
        self.shown = self.corpus.generation();
        let gathered = Arc::new(self.corpus.hand_over());
        gathered.prepare();
        self.given.push_back(Arc::clone(&gathered));
        while self.given.len() > KEPT {
            self.given.pop_front();
        }
        let shown = Arc::clone(&gathered);
        sender.send(Input::Message(Message::Gathered(shown))).ok()?;
        gathered.make_ready();
        Some(())
    }

    fn take(&mut self, work: Work) {
        match work {
            Work::Arrivals {
                mut arrivals,
                is_last,
            } => {
                self.recognise(&mut arrivals);
                self.corpus.absorb(arrivals);
                if is_last {
                    self.corpus.settle();
                }
            }
            Work::Case(case) => {
                self.seen = case.seen_by_origin();
                self.case = case;
                self.corpus.decide(&self.case);
            }
            Work::Change(change) => {
                self.case.apply(&change);
                if change.facts.iter().any(|(key, _)| key.decides()) {
                    self.corpus.decide(&self.case);
                }
            }
            Work::Date { article, published } => self.date(article, published),
        }
    }

    /// Finds texts that were known by another key before somebody edited them.
    fn recognise(&mut self, arrivals: &mut [Arrival]) {
        if self.seen.is_empty() {
            return;
        }
        for (_, document, analysis) in arrivals {
            let edited = self.case.recognise(document, &self.seen);
            let Some(Edited { before, mut change }) = edited else {
                continue;
            };
            self.case.apply(&change);
            self.recognised.facts.append(&mut change.facts);
            if let Some(Value::Date(date)) = self.case.get(&Key::Published(before)) {
                document.set_published(Some(*date));
                *analysis = analyse(document, Lexicon::english());
            }
        }
        if !self.recognised.facts.is_empty() {
            self.corpus.decide(&self.case);
        }
    }

    fn date(&mut self, id: ArticleId, published: Option<NaiveDate>) {
        let Some(article) = self.corpus.article(id) else {
            return;
        };
        let mut document = (*article.document).clone();
        document.set_published(published);
        let analysis = analyse(&document, Lexicon::english());
        self.corpus.absorb(vec![(id, document, analysis)]);
    }
}
