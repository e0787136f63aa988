//! The terminal session: enter, leave, leave on panic; crossterm to keys.
//!
//! Nothing here knows what the app does with a key.

use std::io::{self, BufWriter, IsTerminal, Stdout, Write};
use std::panic;
use std::thread;
use std::time::Duration;

use crossterm::clipboard::CopyToClipboard;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture, Event,
    KeyCode, KeyEventKind, KeyModifiers, MouseButton, MouseEventKind,
};
use crossterm::execute;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;

use crate::app::key::{Code, Key, Mouse, MouseKind};
use crate::app::{Message, MouseUse};

/// Returns how many lines of text fit on the screen that is printed to, with room
/// for a line typed; `None` where it is no screen.
pub fn rows() -> Option<usize> {
    if !io::stdout().is_terminal() {
        return None;
    }
    let (_, rows) = crossterm::terminal::size().ok()?;
    Some(usize::from(rows).saturating_sub(2))
}

/// The terminal while the reader has it; dropping it gives it back whole.
pub struct Session {
    terminal: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
}

impl Session {
    /// Takes the terminal: raw mode, alternate screen, pasting as one piece.
    ///
    /// From now on a panic of this thread gives the terminal back before it is
    /// reported; panics of other threads, which their owners catch, only reach
    /// the log.
    ///
    /// # Errors
    /// When the terminal does not take part; it is then left as it was.
    pub fn enter(mouse: MouseUse) -> io::Result<Self> {
        // Whether there are colours is said by the theme, which heeds NO_COLOR.
        crossterm::style::force_color_output(true);
        take(mouse)?;
        match Terminal::new(CrosstermBackend::new(BufWriter::new(io::stdout()))) {
            Ok(terminal) => {
                restore_on_panic();
                Ok(Self { terminal })
            }
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    /// Gives the terminal back and stops the program, as Ctrl-Z does in other
    /// programs; returns when the shell has brought it back and the terminal is
    /// taken again. Nothing is on the screen then.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn suspend(&mut self, mouse: MouseUse) -> io::Result<()> {
        give_back();
        signal_hook::low_level::raise(signal_hook::consts::SIGTSTP)?;
        take(mouse)?;
        let (columns, rows) = self.size()?;
        self.resize(columns, rows)
    }

    /// Gives the terminal back while something else uses it, then takes it again.
    /// Nothing is on the screen then.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn lend<T>(&mut self, mouse: MouseUse, uses: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        let done = uses();
        take(mouse)?;
        let (columns, rows) = self.size()?;
        self.resize(columns, rows)?;
        Ok(done)
    }

    /// Returns the columns and rows of the screen.
    ///
    /// # Errors
    /// When the terminal does not say.
    pub fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.terminal.size()?;
        Ok((size.width, size.height))
    }

    /// Draws one frame.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, draw: impl FnOnce(&mut ratatui::Frame<'_>)) -> io::Result<()> {
        self.terminal.draw(draw).map(|_| ())
    }

    /// Forgets what is on the screen, so that the next frame is sent whole.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn resize(&mut self, columns: u16, rows: u16) -> io::Result<()> {
        self.terminal.resize(Rect::new(0, 0, columns, rows))
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        // The cursor is shown by `give_back`; nothing can be done if the terminal is gone.
        give_back();
    }
}

/// Takes the terminal for drawing and for single keys, or leaves it as it was.
fn take(mouse: MouseUse) -> io::Result<()> {
    enable_raw_mode()?;
    let entered = execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste);
    let taken = entered.and_then(|()| match mouse {
        MouseUse::Program => use_mouse(mouse),
        MouseUse::Terminal => Ok(()),
    });
    if taken.is_err() {
        give_back();
    }
    taken
}

/// Gives mouse events to the program, or leaves them to the terminal.
///
/// # Errors
/// When the terminal is gone.
pub fn use_mouse(user: MouseUse) -> io::Result<()> {
    match user {
        MouseUse::Program => execute!(io::stdout(), EnableMouseCapture),
        MouseUse::Terminal => execute!(io::stdout(), DisableMouseCapture),
    }
}

/// Puts text on the terminal's clipboard (OSC 52), where the terminal allows it.
///
/// # Errors
/// When the terminal is gone.
pub fn copy(text: &str) -> io::Result<()> {
    execute!(io::stdout(), CopyToClipboard::to_clipboard_from(text))
}

/// Undoes everything that [`Session::enter`] and the mouse did.
fn give_back() {
    let mut out = io::stdout();
    let undone = execute!(
        out,
        DisableMouseCapture,
        DisableBracketedPaste,
        LeaveAlternateScreen,
        crossterm::cursor::Show
    );
    let cooked = disable_raw_mode();
    if let Err(error) = undone.and(cooked).and(out.flush()) {
        tracing::warn!("the terminal was not given back: {error}");
    }
}

fn restore_on_panic() {
    let owner = thread::current().id();
    let report = panic::take_hook();
    panic::set_hook(Box::new(move |panicked| {
        tracing::error!("{panicked}");
        if thread::current().id() == owner {
            give_back();
            report(panicked);
        }
    }));
}

/// Waits for at most so long; says whether the terminal has something to say.
///
/// # Errors
/// When the terminal is gone.
pub fn wait(time: Duration) -> io::Result<bool> {
    crossterm::event::poll(time)
}

/// Waits for the next thing the terminal has to say; `None` for what does not concern the app.
///
/// # Errors
/// When the terminal is gone.
pub fn read() -> io::Result<Option<Message>> {
    Ok(message(&crossterm::event::read()?))
}

fn message(event: &Event) -> Option<Message> {
    match event {
        Event::Key(press) if press.kind != KeyEventKind::Release => {
            key(press.code, press.modifiers).map(Message::Key)
        }
        Event::Paste(text) => Some(Message::Paste(text.clone())),
        Event::Resize(columns, rows) => Some(Message::Resize {
            columns: *columns,
            rows: *rows,
        }),
        Event::Mouse(mouse) => {
            let kind = match mouse.kind {
                MouseEventKind::Down(MouseButton::Left) => MouseKind::Click,
                MouseEventKind::Drag(MouseButton::Left) => MouseKind::Drag,
                MouseEventKind::Up(MouseButton::Left) => MouseKind::Release,
                MouseEventKind::ScrollUp => MouseKind::ScrollUp,
                MouseEventKind::ScrollDown => MouseKind::ScrollDown,
                _ => return None,
            };
            Some(Message::Mouse(Mouse {
                column: mouse.column,
                row: mouse.row,
                kind,
            }))
        }
        Event::Key(_) | Event::FocusGained | Event::FocusLost => None,
    }
}

fn key(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
    let code = match code {
        KeyCode::Char(letter) => Code::Char(letter),
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Escape,
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => Code::BackTab,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::Insert => Code::Insert,
        KeyCode::F(number) => Code::Function(number),
        _ => return None,
    };
    Some(Key {
        code,
        ctrl: modifiers.contains(KeyModifiers::CONTROL),
        alt: modifiers.contains(KeyModifiers::ALT),
    })
}

#[cfg(test)]
mod tests {
    use super::key;
    use crossterm::event::{KeyCode, KeyModifiers};

    #[test]
    fn keys_keep_control_and_alt_but_not_shift() {
        let check = |code, modifiers, expected: Option<&str>| {
            assert_eq!(
                key(code, modifiers).map(|key| key.to_string()).as_deref(),
                expected
            );
        };
        check(KeyCode::Char('G'), KeyModifiers::SHIFT, Some("G"));
        check(KeyCode::Char('p'), KeyModifiers::CONTROL, Some("ctrl-p"));
        check(KeyCode::Char('o'), KeyModifiers::ALT, Some("alt-o"));
        check(KeyCode::BackTab, KeyModifiers::SHIFT, Some("backtab"));
        check(KeyCode::CapsLock, KeyModifiers::NONE, None);
    }
}
