# The words of Otklik. One file a language, sections by the program's rooms.

# --- The Standard: lists ---
channel-in-person = In person
channel-letter-post = Letter by post
channel-letter-hand = Letter by hand
channel-phone = Phone
channel-fax = Fax
channel-virtual-reception = Virtual reception
channel-email = E-mail
channel-feedback-book = Feedback book

kind-complaint = Complaint
kind-suggestion = Suggestion
kind-review = Review
kind-application = Application
kind-enquiry = Enquiry

stage-registered = Registered
stage-with-director = With the department's director
stage-with-unit = With the head of the unit
stage-with-executor = With the executor
stage-closed = Closed

outcome-replied = reply sent
outcome-answered-orally = answered orally
outcome-noted = noted
outcome-withdrawn = withdrawn by the client
outcome-annulled = annulled

reply-by-post = by post
reply-by-email = by e-mail
reply-by-phone = by phone
reply-by-fax = by fax
reply-by-in-person = in person
reply-by-pickup = will fetch it
reply-by-virtual-reception = in the virtual reception

contact-address = postal address
contact-email = e-mail address
contact-phone = phone

unit-sort-head-office = Head office
unit-sort-territorial = Territorial unit
unit-sort-centre = In-person centre
unit-sort-department = Structural unit

role-clerk = clerk
role-executor = executor
role-head = head
role-director = department director
role-administrator = administrator

route-director = by way of the department's director
route-head = by way of the unit's head
route-unit = to a unit at once

staff-detail-given-name = given name
staff-detail-phone = phone
staff-detail-position = position

field-gist = Gist
field-client = Client
field-surname = Surname
field-organisation = Organisation
field-text = Text
field-resolution = Resolution
field-reason = Reason
field-answer = Answer
field-addressee = Addressee
field-heading = Heading
field-remark = Remark
field-office-name = Name of the organisation
field-office-code = Office code
field-unit-title = Name of the unit
field-unit-code = Unit code
field-person-name = Surname, given name, patronymic
field-login = Login

weekday-mon = Mo
weekday-tue = Tu
weekday-wed = We
weekday-thu = Th
weekday-fri = Fr
weekday-sat = Sa
weekday-sun = Su

# --- Terms ---
days-today = today
days-overdue = { $days ->
    [one] −{ $days } day
   *[other] −{ $days } days
}
days-left = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
due-calendar-days = { $n ->
    [one] { $n } calendar day
   *[other] { $n } calendar days
}
due-working-days = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
}
due-from-registration = from registration on { $day }
due-from-receipt = from receipt on { $day }
due-extended = { $days ->
    [one] with an extension of { $days } day
   *[other] with an extension of { $days } days
}
due-rolled-on = moved on from { $day }, a day off
due-rolled-back = moved back from { $day }, a day off
due-provisional = provisional: the year's production calendar is not loaded

# --- Refusals ---
refusal-needs-newer-program = The register holds records of a newer program: they can only be read. Update the program.
refusal-missing = Fill in «{ $field }».
refusal-too-long = «{ $field }»: { $size } KiB, and a field holds { $limit } KiB. Shorten the text or attach it as a file.
refusal-clock-behind = The machine's clock is behind: the newest record is of { $newest }. Check the date and time; if they are right, confirm.
refusal-late-registration = { $days ->
    [one] { $days } working day has passed since it came in. Give the reason for registering late, or confirm.
   *[other] { $days } working days have passed since it came in. Give the reason for registering late, or confirm.
}
refusal-received-later = It came in after today ({ $today })? Mend the date.
refusal-unknown-topic = There is no topic «{ $code }». Choose one from the list.
refusal-unknown-unit = There is no unit «{ $unit }», or it is retired. Choose another.
refusal-unknown-person = There is no person «{ $login }», or they have left. Choose another.
refusal-external-unit = «{ $unit }» keeps a register of its own: its appeals are not registered here.
refusal-no-norm = There is no norm for «{ $channel }», «{ $kind }». An administrator loads norms: otklik load norms FILE.
refusal-no-contact-for = To answer { $by }, the client's { $contact } is needed. Add it or choose another way to answer.
refusal-oral-only = An oral answer closes only visits and calls, and this is «{ $channel }». Prepare a written answer.
refusal-needs-agreement = Tick that the client agrees to an oral answer, or prepare a written one.
refusal-needs-role = This may be done by: { $roles }. Ask them, or change the roles in the staff list.
refusal-closed = The appeal was closed on { $on }: { $outcome }. To go on, a head reopens it.
refusal-open = The appeal is still open: close it first.
refusal-already-filed = The appeal was filed away on { $on }.
refusal-already-there = The appeal is there already. Choose another unit or executor.
refusal-off-route = The route goes another way. A head or director may change it and give the reason.
refusal-inner-due-later = An inner due date can't be later than the due date { $due }.
refusal-inner-due-past = An inner due date can't be before today ({ $today }).
refusal-no-extension = The norm «{ $norm }» allows no extension: only e-mail has one.
refusal-already-extended = The term was extended already, and may be only once.
refusal-extension-days = An extension may be of 1 to { $limit } days.
refusal-no-interim-sent = Send an interim reply first, then extend the term.
refusal-interim-proposed = The interim reply that was sent named { $days } days: extend by exactly that.
refusal-due-past = The term ended on { $due }: it is too late to extend it.
refusal-past-other-norm = The extended term would pass the limit of the norm «{ $norm }»: { $limit }.
refusal-no-draft = There is no draft of a reply. Prepare one.
refusal-no-final = No final reply waits for a signature. Finish the draft first.
refusal-not-signed = The reply is not signed. Record the signature, then the sending.
refusal-reply-under-way = Such a reply waits for its signature or sending. Return it with a remark, or send it.
refusal-no-executor = There is no executor, and the letter needs their name and phone. Assign one (F6).
refusal-executor-lacks = The executor { $person } lacks: { $missing }. Complete it in the staff list.
refusal-signatory-lacks = The signatory { $person } lacks: { $missing }. Complete it in the staff list.
refusal-no-substance = The reply has no substance: only the template's words. Answer the client's question.
refusal-unfilled = Not filled in the letter: { $holes }.
refusal-may-not-sign = { $person } has no right to sign on { $on }. Choose another signatory, or give the right in the staff list.
refusal-in-future = The date is after today ({ $today }). Mend the date.
refusal-before = The date is before { $earliest }. Mend the date.
refusal-not-a-review = Only reviews are closed as noted. This appeal needs an answer.
refusal-reply-asked = The client asked for a reply: noting it is not enough. Prepare a reply.
refusal-already-sent = A letter was sent on this appeal: it can't be annulled. Close it with a reply, or record its withdrawal.
refusal-cant-reopen-annulled = An annulled appeal is not reopened. Register it anew.
refusal-code-taken = The code «{ $code }» is taken. Choose another.
refusal-bad-code = The code «{ $code }» won't do: only letters, digits, «-», «_» and «.», 32 characters at most.
refusal-office-code-fixed = The office's code can't change: numbers were given under it.
refusal-unit-has-staff = { $people ->
    [one] The unit still has { $people } person. Move them first.
   *[other] The unit still has { $people } people. Move them first.
}
refusal-still-holds = { $appeals ->
    [one] { $appeals } open appeal is still in hand. Pass it on first.
   *[other] { $appeals } open appeals are still in hand. Pass them on first.
}
refusal-last-administrator = This is the last administrator: name another first.
refusal-empty-list = There is nothing in the file.
refusal-bad-list = The code «{ $code }» stands twice in the file, or is empty.
refusal-series-begun = The series “{ $series }” of { $year } has begun: the next number is { $next }. Where it begins is set once, before the first number.
series-appeal = appeals
series-outgoing = outgoing letters
refusal-visit-ended = The visit has ended already.
