//! What leaves the program: copies, links, text for commands, files for an editor.

use crate::app::links::Links;
use crate::app::output::Output;
use crate::app::reader::SpotKind;
use crate::app::{App, Effect, Overlay, Pane, Place};
use crate::document::{Document, Span};

impl App {
    /// Copies what is acted on so that it can be cited: its words, where and
    /// when they stood.
    pub(super) fn copy(&mut self) -> Vec<Effect> {
        let first = || {
            let place = self.reader.place()?;
            Some(Place::around(&self.corpus, place.article, place.span)?.span)
        };
        let Some(words) = self
            .acted_on()
            .or_else(first)
            .and_then(|span| self.quoted_words(span))
        else {
            self.notices.say("there is nothing here to copy");
            return Vec::new();
        };
        let Some(article) = self.reader.shown(&self.corpus) else {
            return Vec::new();
        };
        let quotation = format!("{} — {}", quoted(&words), source(&article.document));
        let count = words.split(' ').count();
        self.notices.say(format!(
            "{count} words, their title, source and date were given to the terminal's clipboard"
        ));
        self.reader.end_selection();
        vec![Effect::Copy(quotation)]
    }

    /// Lists the links, the cursor on the one stood on or the next in the text.
    pub(super) fn list_links(&mut self) {
        let Some(article) = self.reader.shown(&self.corpus) else {
            return;
        };
        let links = &article.document.links;
        let first = self.reader.first_byte();
        let next = links.partition_point(|link| link.span.end <= first);
        let spot = self.reader.spot();
        let spot = spot.filter(|spot| spot.kind == SpotKind::Link);
        match Links::open(article, spot.map_or(next, |spot| spot.index)) {
            Some(open) => self.overlay = Some(Overlay::Links(open)),
            None => self.notices.say("there is no link in this article"),
        }
    }

    /// Opens a link of the article shown, by its place among them.
    pub(in crate::app) fn open_link(&mut self, index: usize) -> Vec<Effect> {
        let article = self.reader.shown(&self.corpus);
        let Some(document) = article.map(|article| &article.document) else {
            return Vec::new();
        };
        let Some(link) = document.links.get(index) else {
            return Vec::new();
        };
        match link.address(document.url.as_deref()) {
            Some(url) => {
                self.notices.say(format!("opening {url}"));
                vec![Effect::OpenUrl(url)]
            }
            None => {
                let said = format!(
                    "“{}” leads on within a site whose address is not known",
                    link.url
                );
                self.notices.say(said);
                Vec::new()
            }
        }
    }

    /// Opens the link stood on, or the article's own address.
    pub(super) fn open_url(&mut self) -> Vec<Effect> {
        let spot = self.reader.spot();
        let link = spot.filter(|spot| spot.kind == SpotKind::Link);
        if let Some(link) = link
            && self.focus == Pane::Reader
        {
            return self.open_link(link.index);
        }
        let article = self.reader.shown(&self.corpus);
        match article.and_then(|article| article.document.url.clone()) {
            Some(url) => {
                self.notices.say(format!("opening {url}"));
                vec![Effect::OpenUrl(url)]
            }
            None => {
                self.notices.say("this article has no address");
                Vec::new()
            }
        }
    }

    /// Gives the selection, or the article, to a command.
    ///
    /// # Errors
    /// When there is no article.
    pub(in crate::app) fn pipe(&mut self, line: &str) -> Result<Vec<Effect>, String> {
        let article = self.reader.shown(&self.corpus);
        let document = article.map(|article| &article.document);
        let document = document.ok_or_else(|| "there is no article to give".to_owned())?;
        let selected = self.reader.selection().map(|selection| selection.span());
        let text = match selected.and_then(|span| document.text.get(span.range())) {
            Some(words) => words,
            None => &document.text,
        };
        let effect = Effect::Pipe {
            command: line.trim().to_owned(),
            text: format!("{text}\n"),
        };
        self.overlay = Some(Overlay::Output(Output::open(line.trim(), self.size)));
        Ok(vec![effect])
    }

    /// Copies all that a command printed.
    pub(in crate::app) fn copy_output(&mut self) {
        if let Some(Overlay::Output(open)) = &self.overlay {
            self.outbox.push(Effect::Copy(open.text().to_owned()));
            self.notices
                .say("what it printed was given to the terminal's clipboard");
        }
    }

    /// Closes what a command printed; one that still runs is stopped.
    pub(in crate::app) fn close_output(&mut self) {
        self.overlay = None;
        self.outbox.push(Effect::StopPipe);
    }

    /// Opens the article's file in the user's editor, where one stands in it.
    pub(super) fn edit(&mut self) -> Vec<Effect> {
        let Some(article) = self.reader.shown(&self.corpus) else {
            return Vec::new();
        };
        let document = &article.document;
        let Some(path) = document.file() else {
            self.notices.say("this article was not read from a file");
            return Vec::new();
        };
        let first = self.reader.first_byte();
        let stood_on = self.acted_on().map_or(first, |span| span.start);
        let span = Span {
            start: stood_on,
            end: stood_on,
        };
        vec![Effect::Edit {
            path: path.to_owned(),
            code_point: document.map.to_source(&document.text, span).0,
        }]
    }
}

/// Words in quotation marks, unless they have them.
fn quoted(words: &str) -> String {
    if words.starts_with('“') && words.ends_with('”') {
        words.to_owned()
    } else {
        format!("“{words}”")
    }
}

/// Title, source, date and address, as far as they are known.
fn source(document: &Document) -> String {
    let mut source = vec![document.headline.clone()];
    source.extend(document.publisher.clone());
    let date = |published: crate::document::Published| published.date.to_string();
    source.extend(document.published.map(date));
    source.extend(document.url.clone());
    source.join(", ")
}
