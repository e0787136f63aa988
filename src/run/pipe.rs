//! Gives text to a command of the shell and tells what it prints.
//!
//! One command at a time: another one, or closing what it prints, stops the
//! one before with everything it has started.

use std::io::{self, PipeReader, Read, Write};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::SyncSender;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use super::Input;
use crate::app::Message;
use crate::app::output::State;

/// More than this of what a command prints is not read.
const LONGEST: u64 = 1 << 20;

/// What is running: `None` when nothing is, or when it was stopped.
type Running = Arc<Mutex<Option<Group>>>;

/// The processes of one command.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Group {
    id: u32,
}

/// The command that text was given to.
pub(super) struct Pipe {
    sender: SyncSender<Input>,
    running: Running,
}

impl Pipe {
    pub fn new(sender: SyncSender<Input>) -> Self {
        Self {
            sender,
            running: Running::default(),
        }
    }

    /// Starts a command; what it prints comes back as a message.
    pub fn start(&mut self, command: &str, text: String) {
        self.stop();
        // The thread of the command before finds its own gone.
        self.running = Running::default();
        let running = Arc::clone(&self.running);
        let sender = self.sender.clone();
        let begun = begin(command);
        if let Ok((child, _)) = &begun {
            *lock(&running) = Some(Group { id: child.id() });
        }
        thread::spawn(move || {
            let (printed, state) = match begun {
                Ok((child, reader)) => {
                    let followed = follow(child, reader, text, &running);
                    if lock(&running).take().is_none() {
                        // It was stopped: nobody waits for it.
                        return;
                    }
                    followed
                }
                Err(error) => {
                    let why = format!("it could not be started: {error}");
                    (String::new(), State::Failed(why))
                }
            };
            // Nobody listens any more when the program is ending.
            let _ = sender.send(Input::Message(Message::Piped { printed, state }));
        });
    }

    /// Stops what is running, if anything is.
    pub fn stop(&mut self) {
        if let Some(group) = lock(&self.running).take() {
            group.kill();
        }
    }
}

impl Drop for Pipe {
    fn drop(&mut self) {
        self.stop();
    }
}

impl Group {
    /// Ends the shell and all it has started.
    fn kill(self) {
        let killed = Command::new("kill")
            .args(["-KILL", "--", &format!("-{}", self.id)])
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        if let Err(error) = killed {
            tracing::warn!("a command could not be stopped: {error}");
        }
    }
}

/// Starts the command, what it prints and what it complains of in one stream.
fn begin(command: &str) -> io::Result<(Child, PipeReader)> {
    let (reader, writer) = io::pipe()?;
    let mut shell = Command::new("sh");
    shell
        .arg("-c")
        .arg(command)
        .stdin(Stdio::piped())
        .stdout(writer.try_clone()?)
        .stderr(writer);
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut shell, 0);
    Ok((shell.spawn()?, reader))
}

/// Gives the text, reads what is printed, waits for the end.
fn follow(
    mut child: Child,
    reader: PipeReader,
    text: String,
    running: &Running,
) -> (String, State) {
    if let Some(mut input) = child.stdin.take() {
        // A command may print before it has read all, or read nothing at all.
        thread::spawn(move || input.write_all(text.as_bytes()));
    }
    let mut printed = Vec::new();
    let read = reader.take(LONGEST).read_to_end(&mut printed);
    let is_cut = printed.len() as u64 == LONGEST;
    if is_cut && let Some(group) = *lock(running) {
        group.kill();
    }
    let ended = child.wait();
    let printed = String::from_utf8_lossy(&printed).into_owned();
    let state = match (read, ended) {
        (Err(error), _) | (_, Err(error)) => State::Failed(format!("it was lost: {error}")),
        (Ok(_), Ok(_)) if is_cut => State::Ended("cut after a megabyte".to_owned()),
        (Ok(_), Ok(status)) => said_of(status),
    };
    (printed, state)
}

fn said_of(status: ExitStatus) -> State {
    match status.code() {
        Some(0) => State::Ended(String::new()),
        Some(127) => State::Failed("there is no such command (127)".to_owned()),
        Some(code) => State::Failed(format!("it ended with status {code}")),
        None => State::Failed("it was stopped by a signal".to_owned()),
    }
}

fn lock(running: &Running) -> std::sync::MutexGuard<'_, Option<Group>> {
    running.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, sync_channel};
    use std::time::{Duration, Instant};

    use super::super::Input;
    use super::Pipe;
    use crate::app::Message;
    use crate::app::output::State;

    const LONG: Duration = Duration::from_secs(20);

    fn answer(inputs: &Receiver<Input>) -> (String, State) {
        match inputs.recv_timeout(LONG) {
            Ok(Input::Message(Message::Piped { printed, state })) => (printed, state),
            _ => panic!("no answer"),
        }
    }

    fn piped(command: &str, text: &str) -> (String, State) {
        let (sender, inputs) = sync_channel(4);
        let mut pipe = Pipe::new(sender);
        pipe.start(command, text.to_owned());
        answer(&inputs)
    }

    #[test]
    fn a_command_reads_the_text_and_what_it_prints_comes_back() {
        let (printed, state) = piped("tr a-z A-Z; echo why >&2", "kabul fell\n");
        assert_eq!(printed, "KABUL FELL\nwhy\n");
        assert_eq!(state, State::Ended(String::new()));
    }

    #[test]
    fn how_it_failed_is_told() {
        assert!(matches!(piped("exit 3", "").1, State::Failed(why) if why.contains('3')));
        let (_, state) = piped("no-such-command-of-any-kind", "");
        assert!(matches!(state, State::Failed(why) if why.contains("no such command")));
    }

    #[test]
    fn a_command_that_never_ends_printing_is_cut() {
        let (printed, state) = piped("yes", "");
        assert_eq!(printed.len(), 1 << 20);
        assert_eq!(state, State::Ended("cut after a megabyte".to_owned()));
    }

    #[test]
    fn a_command_that_reads_nothing_of_a_long_text_does_not_hang() {
        let (printed, _) = piped("echo done", &"word ".repeat(1_000_000));
        assert_eq!(printed, "done\n");
    }

    #[test]
    fn stopping_ends_what_the_shell_has_started_and_another_can_begin() {
        let (sender, inputs) = sync_channel(4);
        let mut pipe = Pipe::new(sender);
        pipe.start("sleep 1000 | sleep 1000", String::new());
        let begun = Instant::now();
        pipe.stop();
        pipe.start("echo next", String::new());
        assert_eq!(answer(&inputs).0, "next\n");
        assert!(begun.elapsed() < LONG);
    }
}
