//! Keys in, actions out.

use std::path::Path;

use super::{Keymap, Pressed};
use crate::app::action::{Action, Context};
use crate::config::Keys;

/// The map of a keymap file, and what is complained about.
fn map(text: &str) -> (Keymap, Vec<String>) {
    let (keys, complaints) = Keys::read(text, Path::new("keymap.toml"));
    assert!(complaints.is_empty(), "{complaints:?}");
    let (map, complaints) = Keymap::new(&keys);
    let complaints = complaints.iter().map(ToString::to_string).collect();
    (map, complaints)
}

fn press_in(map: &mut Keymap, keys: &str, context: Context) -> Pressed {
    let presses = keys
        .split(' ')
        .map(|key| map.press(key.parse().unwrap(), context));
    presses.last().unwrap()
}

fn press(map: &mut Keymap, keys: &str) -> Pressed {
    press_in(map, keys, Context::Reader)
}

#[test]
fn two_keys_make_one_action_and_a_wrong_second_key_counts_for_itself() {
    let mut map = Keymap::default();
    assert_eq!(press(&mut map, "g g"), Pressed::Action(Action::First));
    assert_eq!(press(&mut map, "g j"), Pressed::Action(Action::Next));
    assert_eq!(press(&mut map, "f12"), Pressed::Unbound);
}

#[test]
fn escape_drops_the_first_of_two_keys_and_does_nothing_else() {
    let mut map = Keymap::default();
    assert_eq!(press(&mut map, "] esc"), Pressed::Dropped);
    assert_eq!(map.pending(), None);
    assert_eq!(press(&mut map, "esc"), Pressed::Action(Action::Widen));
}

#[test]
fn what_may_follow_the_first_key_is_what_counts_there() {
    let mut map = Keymap::default();
    let first = "]".parse().unwrap();
    let names = |map: &Keymap, context| {
        let following = map.following(first, context).into_iter();
        following
            .map(|(key, name)| format!("{key} {name}"))
            .collect::<Vec<_>>()
    };
    assert!(names(&map, Context::Reader).contains(&"d next-date".to_owned()));
    assert!(names(&map, Context::Timeline).contains(&"d next-day".to_owned()));
    assert!(
        !names(&map, Context::People)
            .iter()
            .any(|name| name.starts_with("d "))
    );
    press(&mut map, "]");
    assert_eq!(map.pending(), Some(first));
}

#[test]
fn a_key_means_what_is_narrowest_where_it_is_pressed() {
    let mut map = Keymap::default();
    let plus = [Context::Timeline, Context::Reader, Context::People];
    assert_eq!(
        plus.map(|context| press_in(&mut map, "+", context)),
        [
            Pressed::Action(Action::ZoomIn),
            Pressed::Action(Action::WidenMeasure),
            Pressed::Unbound
        ]
    );
    assert_eq!(
        press_in(&mut map, "g", Context::Timeline),
        Pressed::Action(Action::GoToDate)
    );
    let pressed = press_in(&mut map, "g", Context::People);
    assert!(matches!(pressed, Pressed::Pending(_)));
}

#[test]
fn a_binding_replaces_the_keys_of_its_action_and_takes_them_from_others() {
    let (mut map, complaints) = map("next = \"n\"");
    assert!(complaints.is_empty(), "{complaints:?}");
    assert_eq!(press(&mut map, "n"), Pressed::Action(Action::Next));
    assert_eq!(press(&mut map, "j"), Pressed::Unbound);
    assert_eq!(map.keys(Action::Next), ["n"]);
    assert!(map.keys(Action::NextMatch).is_empty());
}

#[test]
fn a_binding_in_a_section_counts_there_and_leaves_the_rest_alone() {
    let (mut map, complaints) = map("[timeline]\nnext = \"n\"\n[anywhere]\ntimeline = \"t\"\n");
    assert!(complaints.is_empty(), "{complaints:?}");
    let next = Pressed::Action(Action::Next);
    assert_eq!(press_in(&mut map, "n", Context::Timeline), next);
    assert_eq!(press_in(&mut map, "j", Context::Timeline), Pressed::Unbound);
    assert_eq!(press_in(&mut map, "j", Context::Reader), next);
    assert_eq!(map.key_in(Action::Next, Context::Timeline), Some("n"));
    assert_eq!(map.key_in(Action::Next, Context::Reader), Some("j"));
    assert_eq!(press(&mut map, "t"), Pressed::Action(Action::FocusTimeline));
}

#[test]
fn several_actions_stand_on_one_key_or_on_two() {
    let text = "[keys]\n\"ctrl-n\" = [\"toggle-read\", \"next-unread\"]\n\
                [keys.reader]\n\"g w\" = [\"tag war\"]\n";
    let (mut map, complaints) = map(text);
    assert!(complaints.is_empty(), "{complaints:?}");
    let lines =
        |lines: &[&str]| Pressed::Lines(lines.iter().map(|line| (*line).to_owned()).collect());
    let both = lines(&["toggle-read", "next-unread"]);
    assert_eq!(press_in(&mut map, "ctrl-n", Context::People), both);
    assert_eq!(press(&mut map, "g w"), lines(&["tag war"]));
    assert_eq!(press(&mut map, "g g"), Pressed::Action(Action::First));
}

#[test]
fn what_cannot_be_used_is_complained_about_with_its_line() {
    let text = "dance = \"n\"\nnext = \"hyper-j\"\n[timeline]\nwider = \"w\"\n[kitchen]\nnext = \"k\"\n\
                [keys]\nn = [\"next\", \"sing\"]\n";
    let (mut map, said) = map(text);
    let parts = [
        ":1: there is no action “dance”",
        ":2: “hyper-j” is no key",
        ":4: “wider” does nothing in [timeline]",
        ":6: there is no place [kitchen]",
        ":8: there is no action “sing”",
    ];
    assert_eq!(said.len(), parts.len(), "{said:?}");
    for (said, part) in said.iter().zip(parts) {
        assert!(said.contains(part), "{said} has no {part}");
    }
    assert_eq!(press(&mut map, "n"), Pressed::Action(Action::NextMatch));
}

#[test]
fn a_key_given_twice_goes_to_the_first_and_is_complained_about_once() {
    let (mut map, said) = map("open = \"x\"\nnext = \"x\"\n");
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(
        said[0].contains("“open” is given to “next” too"),
        "{said:?}"
    );
    assert_eq!(press(&mut map, "x"), Pressed::Action(Action::Next));
}
