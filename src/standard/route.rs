//! Routes: a function of the channel and of where the appeal came in (R3, R4, R12; readings, *Routes*).

use super::appeal::Channel;
use super::code::closed_list;
use super::office::UnitSort;

closed_list! {
    /// The way an appeal must go to its executor.
    Route {
        /// Director of the branch-management department → unit → executor (R3).
        Director = "director",
        /// Head of the unit where it came in → executor (R4; in person, phone and book are ours).
        Head = "head",
        /// A unit at once → executor (R12).
        Unit = "unit",
    }
}

/// The route of an appeal that came in by `channel` at a point of this sort.
#[must_use]
pub const fn route(channel: Channel, intake: UnitSort) -> Route {
    match (channel, intake) {
        (Channel::VirtualReception, _)
        | (Channel::LetterPost | Channel::LetterHand | Channel::Fax, UnitSort::HeadOffice) => Route::Director,
        (Channel::Email, _) => Route::Unit,
        (
            Channel::LetterPost | Channel::LetterHand | Channel::Fax,
            UnitSort::Territorial | UnitSort::Centre | UnitSort::Department,
        )
        | (Channel::InPerson | Channel::Phone | Channel::FeedbackBook, _) => Route::Head,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_to_the_head_office_and_the_virtual_reception_go_to_the_director_r3() {
        assert_eq!(route(Channel::LetterPost, UnitSort::HeadOffice), Route::Director);
        assert_eq!(route(Channel::Fax, UnitSort::HeadOffice), Route::Director);
        for &intake in UnitSort::ALL {
            assert_eq!(route(Channel::VirtualReception, intake), Route::Director);
        }
    }

    #[test]
    fn letters_to_a_territorial_unit_or_centre_go_to_its_head_r4() {
        for intake in [UnitSort::Territorial, UnitSort::Centre] {
            for channel in [Channel::LetterPost, Channel::LetterHand, Channel::Fax] {
                assert_eq!(route(channel, intake), Route::Head);
            }
        }
    }

    #[test]
    fn an_email_goes_to_a_unit_at_once_and_the_window_to_the_head_r12() {
        for &intake in UnitSort::ALL {
            assert_eq!(route(Channel::Email, intake), Route::Unit);
            for channel in [Channel::InPerson, Channel::Phone, Channel::FeedbackBook] {
                assert_eq!(route(channel, intake), Route::Head);
            }
        }
    }
}
