//! What is done to documents: read and star marks, tags, dates, order.
//!
//! What is done to several selected at once is one change, undone at once.

use chrono::NaiveDate;

use super::super::prompt::Purpose;
use crate::app::documents::Only;
use crate::app::{Action, App, Effect, Pane};
use crate::casefile::{Change, DocumentKey, Key, Value};
use crate::corpus::{ArticleId, Direction, DocumentOrder, PeopleOrder};

impl App {
    pub(super) fn act_on_documents(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::ToggleRead => self.toggle(Key::Read, "marked read", "marked unread"),
            Action::Star => self.toggle(Key::Star, "starred", "no longer starred"),
            Action::Tag => self.prompt_for_tag(),
            Action::SelectDocument => self.documents.pick(),
            Action::SortDocuments => {
                self.documents.sort(&self.corpus);
                self.say_order(Pane::Documents);
            }
            Action::TurnOrder => self.turn_order(),
            Action::GroupDocuments => self.documents.regroup(&self.corpus),
            Action::NextUnread => self.read_next_unread(),
            Action::ShowUnread => self.show_unread(),
            Action::SaveSearch => self.prompt_for_search(),
            Action::DeleteSearch => self.delete_search(),
            Action::SetDate => self.prompt_for_date(),
            // `act` sends no other action here.
            _ => {}
        }
        Vec::new()
    }

    /// Reads the document selected, or applies the saved search.
    pub(super) fn open_document(&mut self) {
        if let Some(search) = self.documents.search() {
            let name = search.name.clone();
            self.apply_search(&name);
        } else if self.documents.article().is_some() {
            self.leave();
            self.follow_documents();
            self.read();
        }
    }

    /// Gives articles tags (several with commas between), or takes away those all of them have.
    pub(in crate::app) fn tag(&mut self, line: &str) -> Result<Vec<Effect>, String> {
        let documents = self.documents_here();
        if documents.is_empty() {
            return Err("no article is shown".to_owned());
        }
        let tags = line.split(',').map(|tag| {
            let words: Vec<&str> = tag
                .trim()
                .trim_start_matches('#')
                .split_whitespace()
                .collect();
            words.join(" ").replace('"', "'")
        });
        let mut change = Change::new(String::new());
        let mut done: Vec<String> = Vec::new();
        for tag in tags.filter(|tag| !tag.is_empty()) {
            let facts = documents.iter().map(|key| Key::Tag(*key, tag.clone()));
            let facts: Vec<Key> = facts.collect();
            let all_have = facts.iter().all(|fact| self.case.has(fact));
            for fact in facts {
                change = if all_have {
                    change.unset(fact)
                } else {
                    change.set(fact, Value::Yes)
                };
            }
            let verb = if all_have {
                "no longer tagged"
            } else {
                "tagged"
            };
            done.push(format!("{verb} “{tag}”"));
        }
        if done.is_empty() {
            return Err("a tag is a word or some, like war or civil war".to_owned());
        }
        change.title = several(&done.join(", "), documents.len());
        self.change(change);
        Ok(Vec::new())
    }

    /// Gives an article, or all selected at once with it, a publication date; they
    /// are read again under it.
    pub(in crate::app) fn set_date(&mut self, id: ArticleId, published: NaiveDate) {
        let picked = self.documents.picked();
        let articles = if self.focus == Pane::Documents && !picked.is_empty() {
            picked
        } else {
            vec![id]
        };
        let documents = self.keys_of(&articles);
        let title = match documents.len() {
            1 => format!("the article is of {published}"),
            count => format!("{count} articles are of {published}"),
        };
        let mut change = Change::new(title);
        for key in documents {
            change = change.set(Key::Published(key), Value::Date(published));
        }
        self.change(change);
    }

    /// Marks the article being read as read; no act of its own to be undone.
    pub(in crate::app) fn mark_read(&mut self) {
        let key = self.reader.article().and_then(|id| self.key_of(id));
        if let Some(fact) = key.map(Key::Read)
            && !self.case.has(&fact)
        {
            self.note_quietly(Change::new("marked read").set(fact, Value::Yes));
        }
    }

    /// Returns every tag any document has, sorted.
    pub(in crate::app) fn known_tags(&self) -> Vec<String> {
        let tags = Key::Tag(DocumentKey::FIRST, String::new())..=Key::Place(DocumentKey::FIRST);
        let tags = self.case.range(tags).filter_map(|(key, _)| match key {
            Key::Tag(_, tag) => Some(tag.clone()),
            _ => None,
        });
        let mut tags: Vec<String> = tags.collect();
        tags.sort_unstable();
        tags.dedup();
        tags
    }

    /// The articles an action is about: those selected at once, the selected one,
    /// or the one being read.
    fn articles_here(&self) -> Vec<ArticleId> {
        match self.focus {
            Pane::Documents => {
                let picked = self.documents.picked();
                if picked.is_empty() {
                    self.documents.article().into_iter().collect()
                } else {
                    picked
                }
            }
            Pane::Reader | Pane::Timeline | Pane::People => {
                self.reader.article().into_iter().collect()
            }
        }
    }

    fn documents_here(&self) -> Vec<DocumentKey> {
        self.keys_of(&self.articles_here())
    }

    /// Each document once, though several files say the same.
    fn keys_of(&self, articles: &[ArticleId]) -> Vec<DocumentKey> {
        let mut keys: Vec<DocumentKey> =
            articles.iter().filter_map(|id| self.key_of(*id)).collect();
        keys.sort_unstable();
        keys.dedup();
        keys
    }

    /// Sets a mark where any of the documents lacks it, else takes it from all.
    fn toggle(&mut self, mark: fn(DocumentKey) -> Key, set: &str, unset: &str) {
        let facts: Vec<Key> = self.documents_here().into_iter().map(mark).collect();
        if facts.is_empty() {
            self.notices.say("no article is selected");
            return;
        }
        let all_have = facts.iter().all(|fact| self.case.has(fact));
        let words = if all_have { unset } else { set };
        let mut change = Change::new(several(words, facts.len()));
        for fact in facts {
            change = if all_have {
                change.unset(fact)
            } else {
                change.set(fact, Value::Yes)
            };
        }
        self.change(change);
    }

    fn prompt_for_tag(&mut self) {
        if self.articles_here().is_empty() {
            self.notices.say("no article is selected");
            return;
        }
        self.prompt(Purpose::Tag, "");
    }

    /// Asks for the date of the article shown, if there is one.
    fn prompt_for_date(&mut self) {
        let article = self.articles_here().first().copied();
        let Some(article) = article.and_then(|id| self.corpus.article(id)) else {
            self.notices.say("no article is selected");
            return;
        };
        let purpose = Purpose::Date(article.id);
        let published = article.document.published;
        let start = published.map(|published| published.date.to_string());
        self.prompt(purpose, &start.unwrap_or_default());
    }

    fn turn_order(&mut self) {
        match self.focus {
            Pane::Documents => self.documents.turn(&self.corpus),
            Pane::People => self.people.turn(&self.corpus),
            Pane::Timeline | Pane::Reader => {
                self.notices
                    .say("time runs one way; documents and people can be turned");
                return;
            }
        }
        self.say_order(self.focus);
    }

    /// Says by what a list is sorted, what stands first, and how that is turned.
    pub(super) fn say_order(&mut self, pane: Pane) {
        let (order, direction) = match pane {
            Pane::People => {
                let (order, direction) = self.people.order();
                (people_order(order), direction)
            }
            Pane::Documents | Pane::Reader | Pane::Timeline => {
                let (order, direction) = self.documents.order();
                (document_order(order), direction)
            }
        };
        let (word, usual, turned) = order;
        let first = match direction {
            Direction::Usual => usual,
            Direction::Turned => turned,
        };
        let key = self.keymap.keys(Action::TurnOrder).first();
        let turns = key.map_or(String::new(), |key| format!("; {key} turns it"));
        self.notices
            .say(format!("sorted by {word}, {first} first{turns}"));
    }

    fn read_next_unread(&mut self) {
        let from = match self.focus {
            Pane::Documents => None,
            Pane::Reader | Pane::Timeline | Pane::People => self.reader.article(),
        };
        match self.documents.next_unread(from) {
            Some(article) => {
                self.leave();
                self.documents.select(article);
                self.follow_documents();
                self.read();
            }
            None => self.notices.say("no document listed is unread"),
        }
    }

    fn show_unread(&mut self) {
        let said = match self.documents.toggle_unread(&self.corpus) {
            Only::Unread => "unread documents only",
            Only::All => "read documents, too",
        };
        self.notices.say(said);
        self.follow_documents();
    }
}

/// The word for an order of documents, and what stands first, this and the other way round.
type OrderWords = (&'static str, &'static str, &'static str);

fn document_order(order: DocumentOrder) -> OrderWords {
    match order {
        DocumentOrder::Number => ("number", "the first read", "the last read"),
        DocumentOrder::Date => ("date", "the latest", "the earliest"),
        DocumentOrder::Source => ("source", "a", "z"),
        DocumentOrder::Title => ("title", "a", "z"),
    }
}

fn people_order(order: PeopleOrder) -> OrderWords {
    match order {
        PeopleOrder::Mentions => ("mentions", "the most", "the fewest"),
        PeopleOrder::Name => ("name", "a", "z"),
        PeopleOrder::LastSeen => ("last seen", "the latest", "the earliest"),
    }
}

/// Says of how many documents something was done.
fn several(words: &str, count: usize) -> String {
    match count {
        1 => words.to_owned(),
        count => format!("{count} documents {words}"),
    }
}
