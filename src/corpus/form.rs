//! The forms a person's name takes, and why each was taken for the person.

use rustc_hash::FxHashMap;

use super::{ArticleId, Corpus, Link, MentionId, PersonId};
use crate::analysis::people::Join;
use crate::document::one_line;

/// One way a person is called, for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// As written, on one line.
    pub text: String,
    /// Why it stands for the name in its article.
    pub join: Join,
    /// Why that name stands for the person among all articles.
    pub link: Link,
    /// How often.
    pub count: u32,
    pub articles: u32,
    pub first: MentionId,
}

impl Corpus {
    /// Returns the forms of a person's name, the most frequent first.
    pub fn forms(&self, person: PersonId) -> Vec<Form> {
        let mut forms: Vec<Form> = Vec::new();
        let mut places: FxHashMap<(&str, Join, Link), usize> = FxHashMap::default();
        let mut last: Vec<ArticleId> = Vec::new();
        for &id in &self.person(person).mentions {
            let Some((text, join, link)) = self.form_of(id) else {
                continue;
            };
            let place = *places.entry((text, join, link)).or_insert_with(|| {
                forms.push(Form {
                    text: one_line(text),
                    join,
                    link,
                    count: 0,
                    articles: 1,
                    first: id,
                });
                last.push(id.article);
                forms.len() - 1
            });
            forms[place].count += 1;
            if last[place] != id.article {
                forms[place].articles += 1;
                last[place] = id.article;
            }
        }
        forms.sort_by_key(|form| (std::cmp::Reverse(form.count), form.first));
        forms
    }

    /// Returns how a mention is written, and why it was joined; `None` when there is none.
    pub fn form_of(&self, id: MentionId) -> Option<(&str, Join, Link)> {
        let article = self.article(id.article)?;
        let mention = article.analysis.mentions.get(id.index as usize)?;
        let link = *article.links.get(mention.name.0 as usize)?;
        Some((mention.span.of(&article.document.text), mention.join, link))
    }
}
