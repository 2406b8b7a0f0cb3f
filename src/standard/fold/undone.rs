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

    /// A reply is a draft again.
    pub(super) fn draft_again(
        &mut self,
        id: ReplyId,
        out_of_order: Unfoldable,
    ) -> Result<&mut Reply, Unfoldable> {
        let reply = self.replies.iter_mut().find(|reply| reply.id == id).ok_or(out_of_order.clone())?;
        reply.back_to_draft().ok_or(out_of_order)?;
        Ok(reply)
    }

    /// What closes an appeal takes back the numbers of finals that were never signed.
    pub(super) fn annul_unsigned(&mut self) {
        let numbered = |reply: &&mut Reply| matches!(&reply.stage, ReplyStage::Final(frozen) if frozen.finalised.number.is_some());
        for reply in self.replies.iter_mut().filter(numbered) {
            reply.back_to_draft();
        }
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

impl Reply {
    /// A final, or a signed letter that has not left, is a draft again; a number that it was given leaves with no letter.
    /// None where there is nothing to take back.
    fn back_to_draft(&mut self) -> Option<()> {
        let number = match &self.stage {
            ReplyStage::Final(frozen) => frozen.finalised.number.clone().map(OutgoingNumber::Given),
            ReplyStage::Signed(_, signature) => Some(signature.number.clone()),
            ReplyStage::Draft | ReplyStage::Sent(..) => return None,
        };
        self.annulled_numbers.extend(number);
        self.move_to(ReplyStage::Draft);
        Some(())
    }
}
