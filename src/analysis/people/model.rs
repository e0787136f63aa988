//! The name model: which pieces of a text belong to the name of a person.
//!
//! A linear chain over the pieces that may be part of a name. Each piece gives
//! some seventy hashed features (`features`, over what `word` knows of a word
//! and `facts` of a document); a `table` holds what each speaks for; the
//! best path through the labels is looked for in `chain`. A document is read
//! twice: the second time `votes` tells of each word what it was taken for
//! elsewhere. `train` makes a model from marked texts, by the same features.
//!
//! The weights lie in the binary as they are read: nothing is copied.

mod chain;
mod facts;
mod features;
mod hash;
mod segments;
mod table;
pub mod train;
mod votes;
mod word;

use super::pieces::{Pieces, Register};
use chain::{Chain, Path, Scores};
use facts::Facts;
use features::Window;
use table::Table;
use votes::{Candidates, Votes};

pub(super) use chain::Label;
pub(super) use word::{Word, key};

/// What the model says of one piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marked {
    pub label: Label,
    /// By how much it is a person's whole name rather than anything else, the
    /// pieces beside it left out of account; below nothing when it is not.
    pub lean: i32,
}

impl Default for Marked {
    fn default() -> Self {
        Self {
            label: Label::Outside,
            lean: i32::MIN,
        }
    }
}

/// What speaks for a person in any text of a register.
///
/// In casual texts names are marked less often than they are meant, and so the
/// model is too careful there; measured on the development set of WNUT-17.
fn ease(register: Register) -> i32 {
    match register {
        Register::Edited => 0,
        Register::Casual => 50,
    }
}

fn lean(scores: &Scores) -> i32 {
    let others = [
        Label::Outside,
        Label::Place,
        Label::Organisation,
        Label::Other,
    ];
    let best = others.map(|label| scores[label as usize]).into_iter().max();
    scores[Label::Only as usize] - best.unwrap_or_default()
}

/// A trained model.
#[derive(Debug)]
pub struct Model {
    table: Table,
    /// Of the first reading and of the second.
    chains: [Chain; 2],
}

/// Begins every model file; the digit is the layout's.
const MAGIC: &[u8; 8] = b"NRNAMES2";

/// Bytes before the table: the magic and the weights of the chains, filled up to whole lines.
const HEAD: usize = 704;

/// Holds bytes where lines of the cache begin.
#[repr(align(64))]
struct Aligned<Bytes: ?Sized>(Bytes);

static ENGLISH: &Aligned<[u8]> = &Aligned(*include_bytes!("../../../assets/english/names.model"));

impl Model {
    /// Returns the built-in English model.
    pub fn english() -> Self {
        Self::read(&ENGLISH.0)
    }

    /// Takes a model as its file lays it out.
    ///
    /// # Panics
    /// When the bytes are no model of this layout: it is built in, and a test reads it.
    pub fn read(bytes: &'static [u8]) -> Self {
        let (head, table) = bytes.split_at(HEAD);
        let chains = head.strip_prefix(MAGIC).expect("a model begins so");
        let (first, second) = chains.split_at(Chain::BYTES);
        Self {
            table: Table::read(table),
            chains: [Chain::read(first), Chain::read(second)],
        }
    }

    /// What a word speaks for wherever it stands.
    fn own(&self, word: &Word) -> Scores {
        let mut features = Vec::with_capacity(features::MOST);
        Window::own_features(word, &mut features);
        let mut scores = Scores::default();
        self.table.add(&features, &mut scores);
        scores
    }

    /// Labels every piece of a text; pieces that can be part of no name are [`Label::Outside`].
    pub(super) fn label(&self, pieces: &Pieces<'_>) -> Vec<Marked> {
        let (places, candidates, mut scores) = self.first_scores(pieces);
        let mut labels = vec![Label::Outside; scores.len()];
        let [first, second] = &self.chains;
        let mut path = Path::default();
        for segment in &candidates.segments {
            path.best(
                first,
                &scores[segment.clone()],
                &mut labels[segment.clone()],
            );
        }
        let votes = Votes::count(&candidates, &labels);
        let mut features = Vec::with_capacity(features::MOST);
        let mut marked = vec![Marked::default(); pieces.all.len()];
        let mut second_labels = vec![Label::Outside; scores.len()];
        for segment in &candidates.segments {
            for at in segment.clone() {
                features.clear();
                votes.features(at, segment, &mut features);
                self.table.add(&features, &mut scores[at]);
            }
            let labels = &mut second_labels[segment.clone()];
            path.best(second, &scores[segment.clone()], labels);
            for (at, label) in segment.clone().zip(labels) {
                marked[places[at]] = Marked {
                    label: *label,
                    lean: lean(&scores[at]),
                };
            }
        }
        marked
    }

    /// The candidates of a text with their pieces, and what the first reading says of each.
    fn first_scores(&self, pieces: &Pieces<'_>) -> (Vec<usize>, Candidates, Vec<Scores>) {
        let facts = Facts::of(pieces);
        let ease = ease(pieces.register);
        let mut features = Vec::with_capacity(features::MOST);
        let mut own: Vec<Option<Scores>> = vec![None; pieces.words.len()];
        let (mut places, mut all) = (Vec::new(), Vec::new());
        let mut candidates = Candidates::default();
        for sentence in pieces.sentences() {
            let mut window = Window::new(pieces, &facts, sentence);
            for segment in segments::of(pieces, window.range()) {
                candidates
                    .segments
                    .push(all.len()..all.len() + segment.len());
                for at in segment {
                    let word = pieces.all[at].word as usize;
                    let own = own[word].get_or_insert_with(|| self.own(&pieces.words[word]));
                    let mut scores = *own;
                    features.clear();
                    window.features(at, &mut features);
                    self.table.add(&features, &mut scores);
                    scores[Label::First as usize] += ease;
                    scores[Label::Only as usize] += ease;
                    places.push(at);
                    all.push(scores);
                    candidates.keys.push(pieces.words[word].key());
                }
            }
        }
        (places, candidates, all)
    }
}
