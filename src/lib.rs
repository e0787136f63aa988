//! `newsreader` reads a pile of news as a story: who did what, when.
//!
//! # The sentence
//!
//! > A **source** yields a **document**; **analysis** reads it; the **corpus**
//! > gathers what was found; the **app** holds what the reader is doing; the
//! > **view** draws it.
//!
//! Those six nouns are the modules, declared below in that order; each may name
//! only those before it. Everything else is plumbing: [`load`] runs the first
//! three on worker threads, [`run`] owns the loop, [`terminal`] the terminal,
//! [`headless`] and [`export`] write results without a screen, [`cli`] and [`config`] say what
//! the user wants, [`logging`] keeps a log when asked.
//!
//! # The words
//!
//! | word | meaning |
//! |---|---|
//! | [`Document`](document::Document) | one text with what its file said about it, before analysis |
//! | [`Article`](corpus::Article) | a document together with its analysis, inside the corpus |
//! | [`Timex`](analysis::time::Timex) | an expression of time: span, TIMEX3 type and value, and its `When` |
//! | [`When`](analysis::time::When) | a stretch of calendar time with its grain, certainty, and how it is known |
//! | [`Mention`](analysis::people::Mention) | a name in one place of one article |
//! | [`Name`](analysis::people::Name) | who the mentions of one article stand for, before articles are joined |
//! | [`Person`](corpus::Person) | who it is across all articles: canonical name, aliases, roles, mentions |
//! | [`Quote`](analysis::people::Quote) | words in quotation marks with their speaker |
//! | [`Report`](analysis::report::Report) | one sentence that tells of something at a `When`, with the people in it |
//! | [`Event`](corpus::Event) | what one or more reports tell of: a dated entry of the timeline |
//! | [`Timeline`](corpus::timeline::Timeline) | events in order at a zoom, under a filter |
//! | [`Corpus`](corpus::Corpus) | all articles, people and events; grows by `absorb` |
//! | [`Message`](app::Message) | anything that can happen to the app; never called an event |
//! | [`Action`](app::Action) | what a person can ask for; one table feeds keymap, palette, help and README |
//! | [`Effect`](app::Effect) | what the app asks of the world |
//!
//! The pairs run in parallel: Document→Article, Name→Person, Report→Event.

pub mod source;

pub mod document;

pub mod analysis;

pub mod corpus;

pub mod app;

pub mod view;

pub mod cli;
pub mod config;
pub mod export;
pub mod headless;
pub mod load;
pub mod logging;
pub mod run;
pub mod terminal;
