//! The lists that the counts on top open.

use crate::desk::{Counts, Filter, Queue};
use crate::say;
use crate::standard::code::closed_list;
use crate::terminal::app::Cx;

closed_list! {
    /// One of the lists that the counts open.
    Tab {
        /// Past their due day.
        Overdue = "overdue",
        /// Due today.
        Today = "today",
        /// Due soon.
        Soon = "soon",
        /// Those of the person at the desk.
        Mine = "mine",
        /// Without an executor.
        Unassigned = "unassigned",
        /// With a final that waits for its signature.
        Unsigned = "unsigned",
        /// Signed and not sent.
        Unsent = "unsent",
        /// With a ground that waits for its decision.
        Screening = "screening",
        /// Whose clients wait for a call.
        CallBack = "call_back",
        /// With a request that was not answered.
        Requests = "requests",
        /// Every open one.
        Open = "open",
    }
}

impl Tab {
    /// Whether it is shown only while something is in it.
    pub const fn comes_and_goes(self) -> bool {
        matches!(self, Self::Unsigned | Self::Screening | Self::CallBack | Self::Requests)
    }

    /// The queue it shows.
    pub const fn queue(self) -> Queue {
        match self {
            Self::Open | Self::Mine => Queue::Open,
            Self::Overdue => Queue::Overdue,
            Self::Today => Queue::Today,
            Self::Soon => Queue::Soon,
            Self::Unassigned => Queue::Unassigned,
            Self::Unsigned => Queue::Unsigned,
            Self::Unsent => Queue::Unsent,
            Self::Screening => Queue::Screening,
            Self::CallBack => Queue::CallBack,
            Self::Requests => Queue::Requests,
        }
    }

    /// What it is called.
    pub fn word(self, cx: &Cx) -> String {
        match self {
            Self::Open => say!(cx.words, "tab-open"),
            Self::Overdue => say!(cx.words, "tab-overdue"),
            Self::Today => say!(cx.words, "tab-today"),
            Self::Soon => say!(cx.words, "tab-soon"),
            Self::Mine => say!(cx.words, "tab-mine"),
            Self::Unassigned => say!(cx.words, "tab-unassigned"),
            Self::Unsigned => say!(cx.words, "tab-unsigned"),
            Self::Unsent => say!(cx.words, "tab-unsent"),
            Self::Screening => say!(cx.words, "tab-screening"),
            Self::CallBack => say!(cx.words, "tab-call-back"),
            Self::Requests => say!(cx.words, "tab-requests"),
        }
    }

    /// How many are in it; of the person's own `mine`.
    pub const fn count(self, counts: &Counts, mine: u32) -> u32 {
        match self {
            Self::Open => counts.open,
            Self::Overdue => counts.overdue,
            Self::Today => counts.today,
            Self::Soon => counts.soon,
            Self::Mine => mine,
            Self::Unassigned => counts.unassigned,
            Self::Unsigned => counts.unsigned,
            Self::Unsent => counts.unsent,
            Self::Screening => counts.screening,
            Self::CallBack => counts.call_back,
            Self::Requests => counts.requests,
        }
    }

    /// A filter, narrowed to what this list is about.
    pub fn within(self, filter: &Filter, cx: &Cx) -> Filter {
        let executor = if self == Self::Mine { Some(cx.person()) } else { filter.executor.clone() };
        Filter { executor, ..filter.clone() }
    }
}
