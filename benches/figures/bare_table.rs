//! The floor for a key and its frame: a bare ratatui table of ten thousand rows, moved by arrows, and nothing else.

use std::error::Error;
use std::io;

use crossterm::event::{Event, KeyCode, read};
use crossterm::execute;
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Constraint;
use ratatui::style::Style;
use ratatui::widgets::{Row, Table, TableState};

const ROWS: usize = 10_000;

/// Runs until `q`.
///
/// # Errors
/// When the terminal can't be drawn on.
pub fn run() -> Result<(), Box<dyn Error>> {
    enable_raw_mode()?;
    execute!(io::stdout(), EnterAlternateScreen)?;
    let mut terminal = Terminal::new(CrosstermBackend::new(io::stdout()))?;
    let mut chosen = 0_usize;
    loop {
        execute!(io::stdout(), BeginSynchronizedUpdate)?;
        terminal.draw(|frame| {
            let area = frame.area();
            let height = usize::from(area.height) - 1;
            let top = chosen.saturating_sub(height - 1);
            // Only what is seen is built: ratatui's own way, with all rows at hand, costs more.
            let rows = (top..(top + height).min(ROWS)).map(row);
            let widths = [6, 9, 15, 20, 10, 13].map(Constraint::Length);
            let heading = Row::new(["Срок", "Дней", "№", "Заявитель", "Тема", "Исполнитель"]);
            let table = Table::new(rows, widths).header(heading).row_highlight_style(Style::new().reversed());
            let mut state = TableState::new().with_selected(chosen - top);
            frame.render_stateful_widget(table, area, &mut state);
        })?;
        execute!(io::stdout(), EndSynchronizedUpdate)?;
        loop {
            match read()? {
                Event::Key(key) if key.code == KeyCode::Down => chosen = (chosen + 1).min(ROWS - 1),
                Event::Key(key) if key.code == KeyCode::Up => chosen = chosen.saturating_sub(1),
                Event::Key(key) if key.code == KeyCode::Char('q') => {
                    execute!(io::stdout(), LeaveAlternateScreen)?;
                    return Ok(disable_raw_mode()?);
                }
                _ => continue,
            }
            break;
        }
    }
}

fn row(at: usize) -> Row<'static> {
    Row::new([
        format!("{:02}.{:02}", at % 28 + 1, at % 12 + 1),
        format!("{} дн.", at % 40),
        format!("ЭН1-{at:06}/26"),
        format!("Заявитель-{at} А. П."),
        "Перерасчёт".to_owned(),
        format!("Петров-{} И.", at % 7),
    ])
}
