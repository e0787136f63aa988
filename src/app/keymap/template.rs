//! The keymap as a file to start from: every action with its keys, as comments.

use crate::app::Action;

const HEAD: &str = r#"# The keys of newsreader: every action and the keys it has unless you say otherwise.
#
# Your own keymap.toml lies beside config.toml (`newsreader config path` says
# where) and needs to hold only what differs: take the # away and change the
# keys. What stands here replaces the action's own keys; an empty list takes
# them away.
#
#     next = ["n", "down"]
#
# A key is written like j, G, +, space, enter, esc, tab, backtab, up, f1,
# pagedown; with ctrl- and alt- before it, like ctrl-p; two keys pressed one
# after the other have a blank between them, like "g g".
#
# In a section a binding counts in one place only: [documents], [reader],
# [timeline], [people], [card], [overlay]. What stands above all sections, or in
# [anywhere], counts anywhere.
#
#     [timeline]
#     open = ["o"]
#
# The section [keys] is the other way around: one key, and several actions that
# it does one after the other. Behind an action may stand what it would ask for.
# [keys.reader] and the like hold what counts in one place.
#
#     [keys]
#     "ctrl-n" = ["toggle-read", "next-unread"]
#     "W"      = ["tag war"]
#
# This file is made from the program's table of actions, and tested against it.
# Written for this project; licence as the project's.
"#;

/// Writes the file.
pub fn write() -> String {
    let mut text = HEAD.to_owned();
    let mut above = None;
    for &action in Action::ALL {
        if above != Some(action.group()) {
            above = Some(action.group());
            text.push_str(&format!("\n# {}\n", action.group().heading()));
        }
        let keys: Vec<String> = action
            .default_keys()
            .iter()
            .map(|key| format!("\"{key}\""))
            .collect();
        let line = format!("# {} = [{}]", action.name(), keys.join(", "));
        text.push_str(&format!("{line:<44} # {}\n", action.help()));
    }
    text
}
