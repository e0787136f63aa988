//! No size and no key is a crash.

use proptest::prelude::{ProptestConfig, any, prop};
use proptest::{prop_assert, proptest, sample};

use super::harness::Stage;

/// Every key that does something, openers of overlays among them more than once.
const KEYS: &[&str] = &[
    "j",
    "k",
    "g g",
    "G",
    "ctrl-d",
    "ctrl-u",
    "space",
    "enter",
    "enter",
    "q",
    "ctrl-o",
    "alt-o",
    "tab",
    "backtab",
    "1",
    "2",
    "3",
    "4",
    "z",
    "f",
    "ctrl-p",
    "p",
    "/",
    "n",
    "N",
    "esc",
    "esc",
    "+",
    "-",
    "0",
    "o",
    "c",
    "i",
    "i",
    ")",
    "(",
    "r",
    "D",
    "y",
    "O",
    ":",
    "?",
    "alt-m",
    "down",
    "up",
    "pagedown",
    "left",
    "right",
    "home",
    "end",
    "backspace",
    "ctrl-w",
    "zarif",
    "2021-08-20",
    "skipped",
    "x",
    "v",
    "m",
    "e",
    "s",
    "t",
    "S",
    "B",
    "=",
    "alt-s",
    "ctrl-s",
    "ctrl-y",
    "u",
    "ctrl-r",
    "U",
];

#[test]
fn every_overlay_opens_at_every_size() {
    let mut stage = Stage::new(1, 1);
    for opener in [
        "",
        "f khatib",
        "p khatib enter",
        "?",
        "i",
        ":",
        "/ a",
        "D",
        ": messages enter",
        "ctrl-y",
        "1 B z",
        "4 z m",
        "4 c e",
    ] {
        for (columns, rows) in [(1, 1), (2, 2), (1, 30), (200, 1), (7, 5), (13, 3), (40, 12)] {
            stage.resize(columns, rows);
            stage.press(opener);
            stage.shown();
            stage.press("j tab j");
            stage.shown();
            stage.press("esc esc esc");
        }
    }
}

#[test]
fn letters_typed_into_a_box_they_opened_leave_a_screen() {
    let mut stage = Stage::new(80, 24);
    stage.press("skipped");
    assert!(!stage.shown().contains('\u{1b}'));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn any_keys_at_any_sizes_leave_a_screen(
        steps in prop::collection::vec((sample::select(KEYS), any::<bool>(), 0u16..130, 0u16..45), 1..60),
    ) {
        let mut stage = Stage::new(80, 24);
        for (keys, resizes, columns, rows) in steps {
            if resizes {
                stage.resize(columns, rows);
            }
            stage.press(keys);
            let shown = stage.shown();
            prop_assert!(!shown.contains('\u{1b}'), "an escape reached the screen");
        }
    }
}
