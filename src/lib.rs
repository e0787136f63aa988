//! `newsreader` reads a pile of news as a story: who did what, when.
//!
//! # The sentence
//!
//! > A **source** yields a **document**; **analysis** reads it; the **corpus**
//! > gathers what was found; the **app** holds what the reader is doing; the
//! > **view** draws it.
//!
//! Those six nouns are the modules, declared below in that order; each may name
//! only those before it. Between analysis and corpus stands the **case file**:
//! what the reader has made of the pile, which the corpus acts on and the app
//! changes. Everything else is plumbing: [`load`] runs the first three on worker
//! threads, [`store`] keeps the case file, [`run`] owns the loop, [`terminal`] the terminal,
//! [`headless`] and [`export`] write results without a screen, [`flat`] talks in lines, [`cli`] and [`config`] say what
//! the user wants, [`logging`] keeps a log when asked.
//!
//! # The words
//!
//! | word | meaning |
//! |---|---|
//! | [`Document`](document::Document) | one text with what its file said about it, before analysis |
//! | [`Article`](corpus::Article) | a document together with its analysis, inside the corpus |
//! | [`Timex`](analysis::time::Timex) | an expression of time: span, TIMEX3 type and value, and its `When` |
//! | [`When`](analysis::time::When) | a stretch of calendar time with its grain, modifier, certainty, and how it is known |
//! | [`Why`](analysis::time::Why) | by which reasoning an expression got its date, and what it was counted from |
//! | [`Mention`](analysis::people::Mention) | a name in one place of one article |
//! | [`Name`](analysis::people::Name) | who the mentions of one article stand for, before articles are joined |
//! | [`Person`](corpus::Person) | who it is across all articles: canonical name, aliases, roles, mentions |
//! | [`Quote`](analysis::people::Quote) | what someone is quoted as saying, in quotation marks or reported, with the speaker |
//! | [`Report`](analysis::report::Report) | one sentence that tells of something at a `When`, with the people in it |
//! | [`Participant`](analysis::report::Participant) | someone in a report or event, with the part they play: acts, undergoes, is addressed or mentioned |
//! | [`Event`](corpus::Event) | what one or more reports tell of: a dated entry of the timeline |
//! | [`Timeline`](corpus::timeline::Timeline) | events in order at a zoom, under a filter |
//! | [`Suggestion`](corpus::Suggestion) | two persons who may be one, and why; told, never joined |
//! | [`Corpus`](corpus::Corpus) | all articles, people and events; grows by `absorb` |
//! | [`CaseFile`](casefile::CaseFile) | everything the reader has said: marks, notes, corrections, decisions, as facts |
//! | [`Change`](casefile::Change) | facts set or taken away at once; applied, it gives the change that undoes it |
//! | [`DocumentKey`](casefile::DocumentKey) | a document by what it says, wherever its file lies |
//! | [`Passage`](casefile::Passage) | a stretch of a document's text that a fact is about |
//! | [`Catalogue`](corpus::search::Catalogue) | everything that can be found, made in parts when first wanted; answers a [`Question`](corpus::search::Question) |
//! | [`Explanation`](app::explanation::Explanation) | the steps that led to the date of an event, each an expression with its `Why`, to walk through |
//! | [`Message`](app::Message) | anything that can happen to the app; never called an event |
//! | [`Action`](app::Action) | what a person can ask for; one table feeds keymap, palette, help and README |
//! | [`Effect`](app::Effect) | what the app asks of the world |
//!
//! The pairs run in parallel: Document→Article, Name→Person, Report→Event.
//!
//! # The flow
//!
//! ```text
//!  keys ────▶ keymap ──▶ Action ─┐
//!  mouse ───▶ layout ──▶ Action ─┤
//!  load: how far it is ──────────┼──▶ App::update ──▶ App ──▶ view::draw
//!  the corpus as gathered ───────┤          └──▶ Vec<Effect> ──▶ run
//!  hits ─────────────────────────┘
//!
//!  load ──articles──▶ gatherer ──Arc<Corpus>──▶ App     (a thread of its own)
//!  App ──Change──▶ store (on disk before the next frame) ──▶ gatherer
//! ```
//!
//! * Standard threads and one channel. The order of the start is terminal,
//!   first frame, then threads, so that nothing stands between the user and
//!   the first frame.
//! * The loop takes in every message that waits, then draws once: at once after
//!   a key, otherwise at most thirty times a second.
//! * The loader numbers what it discovers; ids are the same whichever worker
//!   ends first. A worker's panic costs one document, which is then `Skipped`.
//! * The corpus joins articles when many have arrived and when loading ends,
//!   so that joining a growing pile costs a small multiple of joining it once.
//!   It does so on the gatherer's thread; the app holds an `Arc` of the latest.
//! * Whatever the reader says is a [`Change`](casefile::Change): applied to the
//!   case file, undone by its inverse, stored fact by fact in one transaction
//!   before it is seen. Facts that decide who is who or what happened when go to
//!   the gatherer too, which gathers the corpus anew; taken back, they leave no trace.
//! * Geometry is worked out in one place, [`app::layout::arrange`]: `update`
//!   asks it for scroll limits and clicks, `draw` for areas.
//! * The reading view wraps text itself and keeps byte spans, so that a jump,
//!   a lit sentence and a search go from text to screen line and back.
//!
//! # The text and its places
//!
//! A parser hands over *clean* text: no markup, no front matter, no control
//! characters but line feeds. Everything after it speaks of bytes of that text
//! ([`Span`](document::Span)); [`SourceMap`](document::SourceMap) leads back to the
//! code points of the file, which is what the exports print.
//!
//! # The rules, each an absence
//!
//! 1. Nothing under `source`, `document`, `analysis`, `corpus` mentions the
//!    screen, a key, a colour.
//! 2. `analysis` reads no clock, no environment, no file, and never fails.
//! 3. `App::update` does no I/O; what it wants done it returns as an `Effect`.
//! 4. `view` changes nothing.
//! 5. Only `run` and `load` start threads; only `run` owns channels.
//! 6. The corpus does not depend on the order in which articles arrive.
//! 7. Text from outside reaches neither terminal nor output unescaped.
//!
//! `tests/house` holds them against the sources.
//!
//! # Rules and lists are data
//!
//! What English looks like is under `assets/english`: the words and rules of
//! time, each rule with its own evidence, the names and words people are known
//! by, the words that show how a sentence is built, and a model of how names
//! stand in text. A test runs all evidence. The model is made by an example
//! (`train-names`, in `tests/training`) out of marked texts that are not here;
//! its card tells which, and how it does.

pub mod source;

pub mod document;

pub mod analysis;

pub mod casefile;

pub mod corpus;

pub mod app;

pub mod view;

pub mod cli;
pub mod config;
pub mod export;
pub mod flat;
pub mod headless;
pub mod load;
pub mod logging;
pub mod run;
pub mod store;
pub mod terminal;
