//! The bytes that different terminals send for a key are that key.

use std::time::Duration;

use crate::console::{Console, Home, f, flat};

/// F1 to F10 as a kind of terminal sends them.
type Sends = [&'static str; 10];

/// xterm and its kin; tmux and screen send the same to the programs in them.
const XTERM: Sends = [
    "\x1bOP", "\x1bOQ", "\x1bOR", "\x1bOS", "\x1b[15~", "\x1b[17~", "\x1b[18~", "\x1b[19~", "\x1b[20~",
    "\x1b[21~",
];
const LINUX_CONSOLE: Sends = [
    "\x1b[[A", "\x1b[[B", "\x1b[[C", "\x1b[[D", "\x1b[[E", "\x1b[17~", "\x1b[18~", "\x1b[19~", "\x1b[20~",
    "\x1b[21~",
];
const PUTTY: Sends = [
    "\x1b[11~", "\x1b[12~", "\x1b[13~", "\x1b[14~", "\x1b[15~", "\x1b[17~", "\x1b[18~", "\x1b[19~",
    "\x1b[20~", "\x1b[21~",
];
/// Alt and a digit: the twins, for terminals that keep function keys to themselves.
const ALT_DIGITS: Sends =
    ["\x1b1", "\x1b2", "\x1b3", "\x1b4", "\x1b5", "\x1b6", "\x1b7", "\x1b8", "\x1b9", "\x1b0"];

/// What each kind of terminal sends.
const KINDS: [(&str, Sends); 4] =
    [("xterm", XTERM), ("Linux console", LINUX_CONSOLE), ("PuTTY", PUTTY), ("Alt and a digit", ALT_DIGITS)];

/// Esc from what a key has shown, and from what the queue says of Esc.
fn goes_back(desk: &mut Console, shown: &str, queue: &str) {
    desk.types("\x1b").waits_until("a step back", |desk| desk.is_still() && flat(&desk.reads()) != shown);
    if flat(&desk.reads()) != queue {
        desk.types("\x1b[A");
    }
    desk.waits_until("the queue", |desk| flat(&desk.reads()) == queue);
}

#[test]
fn function_keys_of_every_terminal_do_the_same() {
    let home = Home::set_up();
    let mut desk = Console::at(&home);
    let queue = flat(&desk.sees("Открытых обращений нет.").reads());
    for number in 0..9 {
        desk.types(XTERM[number]);
        desk.waits_until("what the key does", |desk| desk.is_still() && flat(&desk.reads()) != queue);
        let shown = flat(&desk.reads());
        goes_back(&mut desk, &shown, &queue);
        for (kind, sends) in KINDS {
            let what = format!("F{} of {kind}", number + 1);
            desk.types(sends[number]).waits_until(&what, |desk| flat(&desk.reads()) == shown);
            goes_back(&mut desk, &shown, &queue);
            // Byte by byte, as a slow line tears it.
            for at in 0..sends[number].len() {
                desk.types(&sends[number][at..=at]);
            }
            desk.waits_until(&format!("a torn {what}"), |desk| flat(&desk.reads()) == shown);
            goes_back(&mut desk, &shown, &queue);
        }
    }
    desk.leaves();
}

#[test]
fn the_tenth_leaves_whatever_the_terminal_sends() {
    let home = Home::set_up();
    for (kind, sends) in KINDS {
        let mut desk = Console::at(&home);
        assert!(desk.sees("Открытых обращений нет.").types(sends[9]).ends().success(), "{kind}");
    }
}

#[test]
fn keys_that_walk_are_the_same_with_and_without_application_mode() {
    let home = Home::set_up();
    let mut desk = Console::at(&home);
    desk.sees("Открытых обращений нет.").types(f(9));
    let row = |desk: &Console| desk.reads().lines().position(|line| line.contains("│>"));
    desk.waits_until("a chosen row", |desk| row(desk).is_some());
    let top = row(&desk);
    for (down, up) in [("\x1b[B", "\x1b[A"), ("\x1bOB", "\x1bOA")] {
        desk.types(down).waits_until("a row lower", |desk| row(desk) > top);
        desk.types(up).waits_until("the row above", |desk| row(desk) == top);
    }
    for (end, begin) in
        [("\x1b[F", "\x1b[H"), ("\x1bOF", "\x1bOH"), ("\x1b[4~", "\x1b[1~"), ("\x1b[8~", "\x1b[7~")]
    {
        desk.types(end).waits_until("the last row", |desk| row(desk) > top);
        desk.types(begin).waits_until("the first row", |desk| row(desk) == top);
    }
    desk.types("\x1b").leaves();
}

/// A line that stalls behind the first byte of a sequence: the reader of the terminal takes it for the key Esc.
fn stalls_after_esc(desk: &mut Console, rest: &str) {
    desk.types("\x1b").hears_for(Duration::from_millis(10), "nothing");
    desk.types(rest);
}

#[test]
fn a_torn_paste_is_put_where_it_was_pasted_and_commands_nothing() {
    let home = Home::set_up();
    let mut desk = Console::at(&home);
    let queue = flat(&desk.sees("Открытых обращений нет.").reads());
    stalls_after_esc(&mut desk, "[200~Закрыть\nдело\x1b[201~");
    desk.sees("Вставка ничего не сделала").types(f(1)).sees("Enter").types("\x1b");
    desk.waits_until("the queue", |desk| flat(&desk.reads()) == queue);
    desk.begins_a_letter().go_to("Текст");
    stalls_after_esc(&mut desk, "[200~Прошу пересчитать\nплату за октябрь\x1b[201~");
    desk.sees("Прошу пересчитать").sees("плату за октябрь").sees("› Письмо");
    desk.types("\x1b").sees("Черновик сохранён").leaves();
}

#[test]
fn a_torn_step_over_a_word_steps_over_it() {
    let home = Home::set_up();
    let mut desk = Console::at(&home);
    desk.begins_a_letter().fill("Фамилия", "Салтыков Щедрин").sees("Салтыков Щедрин");
    stalls_after_esc(&mut desk, "[1;5D");
    desk.types("-").sees("Салтыков -Щедрин").sees("› Письмо");
    // What no key sends is nothing.
    stalls_after_esc(&mut desk, "[<0;12;7M");
    desk.types("-").sees("Салтыков --Щедрин").sees("› Письмо").types("\x1b").leaves();
}
