//! A program that falls over gives its terminal back.

use std::env;

use newsreader::app::MouseUse;
use newsreader::terminal::Session;
use portable_pty::CommandBuilder;

use super::pty::{Terminal, settle};

/// Set for the run of this very test that happens inside a terminal of its own.
const INSIDE: &str = "NEWSREADER_TEST_PANICS_INSIDE";

#[test]
fn a_panic_leaves_the_terminal_whole_and_is_seen() {
    if env::var_os(INSIDE).is_some() {
        let mut session = Session::enter(MouseUse::Program).expect("a terminal");
        session
            .draw(|frame| frame.render_widget("entered", frame.area()))
            .expect("drawn");
        panic!("on purpose");
    }
    let mut command = CommandBuilder::new(env::current_exe().expect("this program"));
    command.args([
        "--exact",
        "terminal::panic::a_panic_leaves_the_terminal_whole_and_is_seen",
        "--nocapture",
    ]);
    settle(&mut command);
    command.env(INSIDE, "1");
    let mut terminal = Terminal::start(command, 120, 40);
    terminal.wait_for("on purpose");
    assert_ne!(terminal.wait_for_end(), 0);
    terminal.assert_whole();
    let sent = String::from_utf8_lossy(&terminal.bytes);
    assert!(sent.contains("\u{1b}[?1049h"), "it never had the terminal");
    assert!(sent.contains("entered"), "it never drew");
}
