//! The real program in a terminal of its own.

use std::fs;
use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long a wait may last before the test fails: far beyond any machine's slowness.
const PATIENCE: Duration = Duration::from_secs(60);

/// A program, the terminal it runs in, and what that shows.
pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    child: Box<dyn Child + Send + Sync>,
    parser: vt100::Parser,
    /// Every byte the program sent.
    pub bytes: Vec<u8>,
    /// The line settings before the program ran.
    modes: String,
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize {
        rows,
        cols: columns,
        pixel_width: 0,
        pixel_height: 0,
    }
}

fn cells(count: u16) -> NonZeroU16 {
    NonZeroU16::new(count).expect("no terminal is without cells")
}

/// The program under test with an environment that is the same everywhere.
pub fn newsreader(arguments: &[&str]) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_newsreader"));
    command.args(arguments);
    settle(&mut command);
    command
}

/// Gives a command the environment of these tests.
pub fn settle(command: &mut CommandBuilder) {
    command.cwd(env!("CARGO_MANIFEST_DIR"));
    command.env("TERM", "xterm-256color");
    command.env("NEWSREADER_CONFIG", "");
    command.env("NEWSREADER_DATA", "");
    command.env_remove("NEWSREADER_LOG");
    command.env_remove("NO_COLOR");
}

impl Terminal {
    /// Starts a command in a terminal of the given size.
    pub fn start(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let pair = native_pty_system()
            .openpty(size(columns, rows))
            .expect("a pseudo-terminal can be had");
        let modes = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).expect("it starts");
        let mut reader = pair.master.try_clone_reader().expect("readable");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(length @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..length].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self {
            keyboard: pair.master.take_writer().expect("writable"),
            master: pair.master,
            output,
            child,
            parser: vt100::Parser::new(cells(rows), cells(columns), 0),
            bytes: Vec::new(),
            modes,
        }
    }

    /// Starts the program and waits until it has read all its input.
    pub fn open(command: CommandBuilder, columns: u16, rows: u16) -> Self {
        let mut terminal = Self::start(command, columns, rows);
        terminal.wait("everything loaded", is_loaded);
        terminal
    }

    /// Quits, and checks that the terminal is as it was.
    pub fn quit(mut self) {
        self.send("Q");
        assert_eq!(self.wait_for_end(), 0, "{}", self.contents());
        self.assert_whole();
    }

    /// Types text or control characters.
    pub fn send(&mut self, keys: &str) {
        self.keyboard.write_all(keys.as_bytes()).expect("typed");
        self.keyboard.flush().expect("typed");
    }

    /// Changes the size of the terminal under the running program.
    pub fn resize(&mut self, columns: u16, rows: u16) {
        let screen = self.parser.screen_mut();
        screen.set_size(cells(rows), cells(columns));
        self.master.resize(size(columns, rows)).expect("resized");
    }

    /// Waits until the screen satisfies `wanted`, and fails with what it shows if it never does.
    pub fn wait(&mut self, what: &str, wanted: impl Fn(&vt100::Screen) -> bool) -> &vt100::Screen {
        let deadline = Instant::now() + PATIENCE;
        while !wanted(self.parser.screen()) {
            let left = deadline.saturating_duration_since(Instant::now());
            match self.output.recv_timeout(left) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                    panic!("never saw {what}; the screen shows:\n{}", self.contents())
                }
            }
        }
        self.parser.screen()
    }

    /// Waits until the text stands somewhere on the screen.
    pub fn wait_for(&mut self, text: &str) -> &vt100::Screen {
        self.wait(text, |screen| screen.contents().contains(text))
    }

    /// Waits until the program has ended, and returns its exit status.
    pub fn wait_for_end(&mut self) -> u32 {
        // The end of the output is the end of the program: nobody else holds the terminal.
        loop {
            match self.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    panic!("it never ends; the screen shows:\n{}", self.contents())
                }
            }
        }
        self.child.wait().expect("it ends").exit_code()
    }

    /// Kills the program as nothing can be caught, and takes in what it had still shown.
    pub fn kill(&mut self) {
        let killed = std::process::Command::new("kill")
            .args(["-9", &self.process().to_string()])
            .status();
        assert!(killed.expect("kill runs").success());
        while let Ok(bytes) = self.output.recv_timeout(PATIENCE) {
            self.take(&bytes);
        }
    }

    /// What the screen shows, as text.
    pub fn contents(&self) -> String {
        self.parser.screen().contents()
    }

    /// Checks that the terminal is as the program found it.
    pub fn assert_whole(&self) {
        let screen = self.parser.screen();
        assert!(!screen.alternate_screen(), "still on the alternate screen");
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert!(!screen.bracketed_paste(), "pastes are still bracketed");
        assert_eq!(
            screen.mouse_protocol_mode(),
            vt100::MouseProtocolMode::None,
            "the mouse is still captured"
        );
        assert_eq!(modes(&*self.master), self.modes, "still in raw mode");
    }

    /// Says whether the program has the line settings it draws with.
    pub fn is_raw(&self) -> bool {
        modes(&*self.master) != self.modes
    }

    /// The number the system knows the program by.
    pub fn process(&self) -> u32 {
        self.child.process_id().expect("it runs")
    }

    /// The most memory the program has held so far, in bytes; 0 where the system does not say.
    pub fn peak_memory(&self) -> u64 {
        let path = format!("/proc/{}/status", self.process());
        let status = fs::read_to_string(path).unwrap_or_default();
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = peak.and_then(|rest| rest.split_whitespace().next()?.parse::<u64>().ok());
        kilobytes.unwrap_or(0) * 1024
    }

    fn take(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
        self.parser.process(bytes);
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // Already gone in most tests; a failed one must not leave it behind.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

/// Says whether the status line tells that all input has been read: "0 of 3 read".
pub fn is_loaded(screen: &vt100::Screen) -> bool {
    let (rows, columns) = screen.size();
    let status = screen.contents_between(rows.get() - 1, 0, rows.get() - 1, columns.get());
    let words: Vec<&str> = status.split_whitespace().collect();
    words
        .windows(3)
        .any(|words| words[0] == "of" && words[2] == "read")
}
