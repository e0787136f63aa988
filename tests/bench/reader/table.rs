//! Times by what was pressed: median, 99th of a hundred, worst.

use std::time::Duration;

/// The goal: what a frame may take for motion to look like motion.
const GOAL: Duration = Duration::from_millis(16);

/// What was measured, in order.
#[derive(Default)]
pub struct Table(Vec<(String, Vec<Duration>)>);

impl Table {
    /// Adds the time of one press.
    pub fn add(&mut self, name: &str, time: Duration) {
        match self.0.iter_mut().find(|(known, _)| known == name) {
            Some((_, times)) => times.push(time),
            None => self.0.push((name.to_owned(), vec![time])),
        }
    }

    /// Prints a line a name; what misses the goal is marked.
    pub fn print(&mut self) {
        println!(
            "\n{:40} {:>7} {:>10} {:>10} {:>10}",
            "key to frame, ms", "presses", "median", "99th", "worst"
        );
        for (name, times) in &mut self.0 {
            times.sort_unstable();
            let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize];
            let late = if at(0.99) > GOAL { "  late" } else { "" };
            let [median, high, worst] =
                [0.5, 0.99, 1.0].map(|share| at(share).as_secs_f64() * 1000.0);
            println!(
                "{name:40} {:>7} {median:>10.3} {high:>10.3} {worst:>10.3}{late}",
                times.len()
            );
        }
    }
}
