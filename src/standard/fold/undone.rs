//! How a step that was taken back leaves the appeal: as it stood before that step.

use super::Unfoldable;
use crate::standard::appeal::Appeal;
use crate::standard::correct::Readdressed;
use crate::standard::fact::{Again, Course, Fields, Held};
use crate::standard::number::OutgoingNumber;
use crate::standard::reply::{Reply, ReplyId, ReplyStage};

impl Appeal {
    pub(super) fn take_back(&mut self, again: Again, out_of_order: Unfoldable) -> Result<(), Unfoldable> {
        match again {
            Again::Held(Held { holder, co_executors, resolution, ordered_due }) => {
                self.holder = holder;
                self.co_executors = co_executors;
                self.resolution = resolution;
                self.ordered_due = ordered_due;
                self.reckon_inner_due();
                Ok(())
            }
            Again::Draft(reply) => self.draft_again(reply, out_of_order).map(drop),
            Again::Text(drafted) => self.draft(drafted, out_of_order),
            Again::Course(Course { screening, forwarding }) => {
                self.screening = screening;
                self.forwarding = forwarding;
                Ok(())
            }
            Again::Fields(fields) => self.fields_again(*fields).ok_or(out_of_order),
        }
    }

    /// A final, or a signed letter that has not left, is a draft again; a number that it was given leaves with no letter.
    pub(super) fn draft_again(
        &mut self,
        id: ReplyId,
        out_of_order: Unfoldable,
    ) -> Result<&mut Reply, Unfoldable> {
        let mut number = None;
        let reply = self.step(id, out_of_order, |stage| match stage {
            ReplyStage::Final(frozen) => {
                number = frozen.finalised.number.map(OutgoingNumber::Given);
                Some(ReplyStage::Draft)
            }
            ReplyStage::Signed(_, signature) => {
                number = Some(signature.number);
                Some(ReplyStage::Draft)
            }
            ReplyStage::Draft | ReplyStage::Sent(..) => None,
        })?;
        reply.annulled_numbers.extend(number);
        Ok(reply)
    }

    /// Drafts that follow a correction, or its taking back.
    pub(super) fn readdress(&mut self, drafts: &[Readdressed]) {
        for Readdressed { reply, addressee } in drafts {
            let draft = |one: &&mut Reply| one.id == *reply && one.stage == ReplyStage::Draft;
            if let Some(draft) = self.replies.iter_mut().find(draft) {
                draft.addressee = addressee.clone();
            }
        }
    }

    fn fields_again(&mut self, fields: Fields) -> Option<()> {
        let Fields { changes, due, route, client_sort, contacts_from_card, readdressed } = fields;
        self.take_values(&changes)?;
        self.readdress(&readdressed);
        self.contacts_from_card = contacts_from_card;
        self.client_sort = client_sort;
        self.route = route;
        self.due = due;
        self.reckon_inner_due();
        Some(())
    }
}
