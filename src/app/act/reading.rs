//! What is done where one reads: jumps, selection, notes, links, copying, handing on.

use crate::app::{Action, App, Effect};

impl App {
    pub(super) fn act_on_reading(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::Copy => self.copy(),
            Action::OpenUrl => self.open_url(),
            _ => self.not_built(action),
        }
    }

    /// Gives the selection, or the article, to a command.
    pub(in crate::app) fn pipe(&mut self, _line: &str) -> Result<Vec<Effect>, String> {
        Err("not built yet".to_owned())
    }

    /// Copies the lit sentence so that it can be cited: its words, where and when they stood.
    fn copy(&mut self) -> Vec<Effect> {
        let Some(article) = self.reader.shown(&self.corpus) else {
            return Vec::new();
        };
        let document = &article.document;
        let span = self
            .reader
            .place()
            .map(|place| place.span)
            .unwrap_or_default();
        let words: Vec<&str> = span.of(&document.text).split_whitespace().collect();
        let mut source = vec![document.headline.clone()];
        source.extend(document.publisher.clone());
        source.extend(
            document
                .published
                .map(|published| published.date.to_string()),
        );
        source.extend(document.url.clone());
        self.notices
            .say("the sentence was given to the terminal's clipboard");
        vec![Effect::Copy(format!(
            "“{}” — {}",
            words.join(" "),
            source.join(", ")
        ))]
    }

    fn open_url(&mut self) -> Vec<Effect> {
        let article = self.reader.shown(&self.corpus);
        match article.and_then(|article| article.document.url.clone()) {
            Some(url) => vec![Effect::OpenUrl(url)],
            None => {
                self.notices.say("this article has no address");
                Vec::new()
            }
        }
    }
}
