//! Several documents selected at once, to act on together.

use super::Documents;
use crate::corpus::ArticleId;

impl Documents {
    /// Adds the selected document to those selected at once, or takes it out, and goes on.
    pub fn pick(&mut self) {
        if let Some(article) = self.article() {
            if !self.picked.remove(&article) {
                self.picked.insert(article);
            }
            self.step(1);
        }
    }

    /// Selects no longer several; says whether several were selected.
    pub fn unpick(&mut self) -> bool {
        let picked = !self.picked.is_empty();
        self.picked.clear();
        picked
    }

    /// Returns what is selected at once, in the order of the list; documents the
    /// filter leaves out are not among them.
    pub fn picked(&self) -> Vec<ArticleId> {
        if self.picked.is_empty() {
            return Vec::new();
        }
        let listed = self.listed.iter().copied();
        listed.filter(|id| self.picked.contains(id)).collect()
    }

    pub fn is_picked(&self, article: ArticleId) -> bool {
        self.picked.contains(&article)
    }
}
