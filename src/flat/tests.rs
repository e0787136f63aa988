//! Transcripts: lines in, lines out.

use chrono::NaiveDate;

use super::{Flat, Then};
use crate::analysis::{Lexicon, analyse};
use crate::casefile::{CaseFile, Key, Value};
use crate::corpus::{ArticleId, Corpus};
use crate::document::Document;

const TEXTS: [(&str, &str, &str); 3] = [
    (
        "harbour",
        "2021-08-14",
        "Harbour opens again\n\nMayor Anna Berger opened the harbour on Friday. “It was a long \
         winter,” Berger said.\n\nTomas Novak will visit the town on 20 September 2021.",
    ),
    (
        "bridge",
        "2021-08-20",
        "The bridge\n\nAnna Berger closed the bridge on 18 August 2021. Ana Berger spoke to \
         Tomas Novak on Thursday.",
    ),
    (
        "notes",
        "",
        "A list without a date\n\nNobody is named \u{1b}[31mhere.",
    ),
];

fn flat(rows: usize) -> Flat {
    let arrivals = (0..).zip(TEXTS).map(|(number, (name, date, text))| {
        let document = Document::given(name, text, date.parse::<NaiveDate>().ok());
        let analysis = analyse(&document, Lexicon::english());
        (ArticleId(number), document, analysis)
    });
    let mut corpus = Corpus::default();
    corpus.absorb(arrivals.collect());
    corpus.settle();
    let today = "2021-08-21".parse().expect("a date");
    Flat::new(corpus, CaseFile::default(), today, rows)
}

/// Plays lines that begin with "> " and compares what is said with the lines between.
fn plays(transcript: &str) {
    let mut flat = flat(20);
    let mut heard = vec![flat.greeting()];
    for line in transcript.lines().map(str::trim) {
        if let Some(typed) = line.strip_prefix('>') {
            heard.push(line.to_owned());
            heard.extend(flat.take(typed).lines);
        }
    }
    let heard = heard.join("\n");
    let wanted: Vec<&str> = transcript
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    assert_eq!(heard, wanted.join("\n"), "heard:\n{heard}\n");
}

#[test]
fn documents_are_listed_marked_and_narrowed() {
    plays(
        "3 documents, 3 people, 4 events. Type help.
        > list
        1. Harbour opens again. 14 August 2021. Unread.
        2. The bridge. 20 August 2021. Unread.
        3. A list without a date. undated. Unread.
        > star 2
        Starred document 2.
        > tag 2 war
        Gave the tag war to document 2.
        > filter war
        1 of 3 documents. Type list.
        > l
        2. The bridge. 20 August 2021. Unread, starred, tagged war.
        > filter
        All documents are listed again.
        > sort title
        The documents are sorted by title.
        > list
        3. A list without a date. undated. Unread.
        1. Harbour opens again. 14 August 2021. Unread.
        2. The bridge. 20 August 2021. Unread, starred, tagged war.
        > list zebra
        No document has “zebra”.
        > undo
        Undone: gave the tag war to document 2.
        > redo
        Done again: gave the tag war to document 2.
        > star 9
        “9” is no document; they are numbered from 1 to 3.",
    );
}

#[test]
fn a_text_is_read_part_by_part_and_back() {
    plays(
        "3 documents, 3 people, 4 events. Type help.
        > read 1
        Document 1: Harbour opens again. 14 August 2021. 4 sentences.
        Heading: Harbour opens again
        >
        Mayor Anna Berger opened the harbour on Friday. “It was a long winter,” Berger said.
        > note was it the first time?
        Noted on “Mayor Anna Berger opened the harbour on Friday. “It was a lo…”.
        > next
        Tomas Novak will visit the town on 20 September 2021.
        >
        This is the end of document 1.
        > by sentence
        Documents are read sentence by sentence.
        > back
        3. “It was a long winter,” Berger said.
        > read 1 2
        Document 1: Harbour opens again. 14 August 2021. 4 sentences.
        2. Mayor Anna Berger opened the harbour on Friday.
        > search berger
        2 sentences; read 1 and a number goes there.
        2. Mayor Anna Berger opened the harbour on Friday.
        3. “It was a long winter,” Berger said.
        > /Winter
        “Winter” is not in this document.
        > notes
        Document 1: Harbour opens again
        Note on “Mayor Anna Berger opened the harbour on Friday. “It was a lo…”: was it the first time?
        > list harbour
        1. Harbour opens again. 14 August 2021. Read, 1 note.
        > read 3
        Document 3: A list without a date. undated. 2 sentences.
        1. Heading: A list without a date
        > next
        2. Nobody is named here.",
    );
}

#[test]
fn events_are_listed_in_a_window_and_explained() {
    plays(
        "3 documents, 3 people, 4 events. Type help.
        > timeline from 18 aug 2021 to 19 aug 2021
        2 of 4 events.
        2. Wednesday 18 August 2021, written in the text. Anna Berger: closed the bridge.
        3. Thursday 19 August 2021, counted from the article's date. Ana Berger, Tomas Novak: spoke to Tomas Novak.
        > tl planned
        1 of 4 events.
        4. Monday 20 September 2021, written in the text. Planned. Tomas Novak: will visit the town.
        > go 19 aug 2021
        4. Monday 20 September 2021, written in the text. Planned. Tomas Novak: will visit the town.
        > event 3
        Event 3: Thursday 19 August 2021, counted from the article's date.
        Ana Berger (person 3) acts.
        Tomas Novak (person 2) is addressed.
        Told by document 2, The bridge, sentence 3: Ana Berger spoke to Tomas Novak on Thursday.
        why 3 tells how the date is known; read opens the document there.
        > date event 3 17 August 2021
        Event 3 was on Tuesday 17 August 2021.
        People and events may have other numbers now.
        > timeline in 17 aug 2021
        1 of 4 events.
        2. Tuesday 17 August 2021, set by you. Ana Berger, Tomas Novak: spoke to Tomas Novak.
        > star event 2
        Event 2 is a key event.
        People and events may have other numbers now.
        > timeline key
        1 of 4 events.
        2. Tuesday 17 August 2021, set by you. A key event. Ana Berger, Tomas Novak: spoke to Tomas Novak.
        > timeline from the fox
        “the fox” is no date; write it like 14 August 2021, aug 2021 or 2021-08-14.",
    );
}

#[test]
fn people_are_told_stepped_through_and_decided_about() {
    plays(
        "3 documents, 3 people, 4 events. Type help.
        > people berger
        1. Anna Berger. Mayor. 3 mentions in 2 documents, last on 20 August 2021.
        3. Ana Berger. 1 mention in 1 document, last on 20 August 2021.
        > person berger
        “berger” may be 1 Anna Berger or 3 Ana Berger; say the number.
        > same 1, 3
        Anna Berger and Ana Berger are one person.
        People and events may have other numbers now.
        > person berger
        Person 1: Anna Berger.
        Also: Ana Berger, Berger.
        4 mentions in 2 documents, last on 20 August 2021.
        Role: Mayor, in document 1, 14 August 2021.
        With: Tomas Novak (person 2, 1).
        Quoted in document 1, 14 August 2021: “It was a long winter,”
        3 events:
        1. Friday 13 August 2021, counted from the article's date. Anna Berger: opened the harbour.
        2. Wednesday 18 August 2021, written in the text. Anna Berger: closed the bridge.
        3. Thursday 19 August 2021, counted from the article's date. Anna Berger, Tomas Novak: spoke to Tomas Novak.
        mention next steps through the sentences.
        > mention
        Mention 1 of 4, document 1, sentence 2: Mayor Anna Berger opened the harbour on Friday.
        > mention back
        That was the first mention of Anna Berger.
        > rename 1 to Anna M. Berger
        Anna Berger goes by Anna M. Berger.
        People and events may have other numbers now.
        > hide novak
        Tomas Novak is hidden.
        People and events may have other numbers now.
        > people
        1. Anna M. Berger. Mayor. 4 mentions in 2 documents, last on 20 August 2021.
        > find @berger
        1 thing found.
        Person 1. Anna M. Berger. Mayor. 4 mentions in 2 documents, last on 20 August 2021.
        > person nobody at all
        Nobody called “nobody at all” is named.",
    );
}

#[test]
fn a_long_list_waits_for_enter() {
    let mut flat = flat(4);
    let first = flat.take("help").lines;
    assert_eq!(first.len(), 5);
    assert!(first[4].starts_with("… ") && first[4].ends_with(" more: press Enter"));
    assert_eq!(flat.take("").lines.len(), 5);
    let rest = flat.take("more all").lines;
    assert!(rest.len() > 5 && rest[rest.len() - 1].starts_with("quit: "));
}

#[test]
fn what_is_done_is_handed_on_to_be_kept_with_what_it_is_about() {
    let mut flat = flat(20);
    let answer = flat.take("star 1");
    let [change] = &answer.changes[..] else {
        panic!("{answer:?}");
    };
    let kinds: Vec<bool> = change
        .facts
        .iter()
        .map(|(key, value)| matches!((key, value), (Key::Seen(_), Some(Value::Seen(_)))))
        .collect();
    assert_eq!(kinds, [false, true], "the star, then what the document is");
    assert!(flat.take("list").changes.is_empty());
    assert_eq!(flat.take("quit").then, Then::Quit);
}

#[test]
fn the_date_of_a_document_moves_what_is_counted_from_it() {
    let mut flat = flat(20);
    flat.take("date 1 2021-07-10");
    let told = flat.take("timeline in july 2021").lines;
    assert!(told[1].contains("Friday 9 July 2021"), "{told:?}");
    flat.take("undo");
    let told = flat.take("timeline in july 2021").lines;
    assert_eq!(told, ["No event is of that."]);
}

#[test]
fn no_line_breaks_the_program_nor_reaches_the_terminal_as_an_order() {
    let mut flat = flat(20);
    let words = [
        "",
        "1",
        "9999999999999",
        "é",
        "\u{1b}[2J",
        "\u{202e}",
        "to",
        ",",
        "event",
        "-1",
    ];
    for command in super::command::COMMANDS {
        for one in words {
            for other in words {
                let answer = flat.take(&format!("{} {one} {other}", command.name));
                for line in answer.lines {
                    assert!(!line.contains(char::is_control), "{line:?}");
                }
            }
        }
    }
}
