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
reply-will-be-post = sent by post
reply-will-be-email = sent by e-mail
reply-will-be-phone = given by phone
reply-will-be-fax = sent by fax
reply-will-be-in-person = handed over in person
reply-will-be-pickup = ready to be fetched
reply-will-be-virtual-reception = given in the virtual reception

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
field-representative = Representative
field-covering-body = Who forwarded it
field-signers = How many signed
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
field-person-name = Surname and names
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
term-today = due today
term-overdue = { $days ->
    [one] overdue by { $days } day
   *[other] overdue by { $days } days
}
term-left = { $days ->
    [one] { $days } day left
   *[other] { $days } days left
}
term-closed-late = { $days ->
    [one] closed { $days } day late
   *[other] closed { $days } days late
}
term-closed-in-time = closed in time
due-calendar-days = { $n ->
    [one] { $n } calendar day
   *[other] { $n } calendar days
}
due-working-days = { $n ->
    [one] { $n } working day
   *[other] { $n } working days
}
due-from-registration = from registration on { $day }
due-from-reopening = from reopening on { $day }
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
refusal-missing = Fill in “{ $field }”.
refusal-too-long = “{ $field }”: { $size } KiB, and a field holds { $limit } KiB. Shorten the text or attach it as a file.
refusal-clock-behind = The machine's clock is behind: the newest record is of { $newest }. Check the date and time; if they are right, confirm.
refusal-late-registration = { $days ->
    [one] { $days } working day has passed since it came in. Give the reason for registering late, or confirm.
   *[other] { $days } working days have passed since it came in. Give the reason for registering late, or confirm.
}
refusal-received-later = It came in after today ({ $today })? Mend the date.
refusal-written-later = The letter is dated after the day it came in ({ $received }). Mend the date.
refusal-unknown-topic = There is no topic “{ $code }”. Choose one from the list.
refusal-unknown-unit = There is no unit “{ $unit }”, or it is retired. Choose another.
refusal-unknown-person = There is no person “{ $login }”, or they have left. Choose another.
refusal-external-unit = “{ $unit }” keeps a register of its own. Register the appeal there, or choose a unit of yours.
refusal-no-norm = There is no norm for “{ $channel }”, “{ $kind }”. An administrator loads norms: otklik load norms FILE.
refusal-no-contact-for = To answer { $by }, the client's { $contact } is needed. Add it or choose another way to answer.
refusal-oral-only = An oral answer closes only visits and calls, and this is “{ $channel }”. Prepare a written answer.
refusal-needs-agreement = Tick that the client agrees to an oral answer, or prepare a written one.
refusal-needs-role = This may be done by: { $roles }. Ask them, or change the roles in the staff list.
refusal-closed = The appeal was closed on { $on }: { $outcome }. To go on, ask a head to reopen it.
refusal-closed-annulled = The appeal was annulled on { $on }: it is neither continued nor reopened. Register it anew.
refusal-open = The appeal is still open. Close it first.
refusal-already-filed = The appeal was filed away on { $on }. To go on, ask a head to reopen it.
refusal-already-there = The appeal is there already. Choose another unit or executor.
refusal-off-route = The route goes another way. Follow it, or ask a head or director to change it with a reason.
refusal-inner-due-later = An inner due date can't be later than the due date { $due }. Choose an earlier day.
refusal-inner-due-past = An inner due date can't be before today ({ $today }). Choose a later day.
refusal-no-extension = The norm “{ $norm }” allows no extension: by the Standard only appeals by e-mail can be extended. Answer in time.
refusal-already-extended = The term was extended already, and may be only once. Answer within it.
refusal-extension-days = An extension may be of 1 to { $limit } days. Mend the number.
refusal-no-interim-sent = Send an interim reply first (R, the template “Interim reply”), then extend the term.
refusal-interim-proposed = The interim reply that was sent named { $days } days: extend by exactly that.
refusal-due-past = The term ended on { $due }: it is too late to extend it. Prepare the answer.
refusal-past-other-norm = The extended term would pass the limit of the norm “{ $norm }”: { $limit }. Choose fewer days.
refusal-no-draft = There is no draft of a reply. Prepare one.
refusal-no-final = No final reply waits for a signature. Finish the draft first.
refusal-not-signed = The reply is not signed. Record the signature, then the sending.
refusal-reply-under-way = Such a reply waits for its signature or sending. Return it with a remark, or send it.
refusal-no-executor = There is no executor, and the letter needs their name and phone. Assign one: F6, or otklik route.
refusal-executor-lacks = The executor { $person } lacks: { $missing }. Complete it in the staff list.
refusal-signatory-lacks = The signatory { $person } lacks: { $missing }. Complete it in the staff list.
refusal-no-substance = The reply has no substance: only the template's words. Answer the client's question.
refusal-unfilled = Not filled in the letter: { $holes }. Fill it in.
refusal-may-not-sign = { $person } has no right to sign on { $on }. Choose another signatory, or give the right in the staff list.
refusal-in-future = The date is after today ({ $today }). Mend the date.
refusal-before = The date is before { $earliest }. Mend the date.
refusal-not-a-review = Only reviews are closed as noted. Prepare an answer to this appeal.
refusal-reply-asked = The client asked for a reply: noting it is not enough. Prepare a reply.
refusal-already-sent = A letter was sent on this appeal: it can't be annulled. Close it with a reply, or record its withdrawal.
refusal-cant-reopen-annulled = An annulled appeal is not reopened. Register it anew.
refusal-code-taken = The code “{ $code }” is taken. Choose another.
refusal-bad-code = The code “{ $code }” won't do. Type letters, digits, “-”, “_” and “.”, 32 characters at most.
refusal-office-code-fixed = The office's code can't change: numbers were given under it. Keep the code.
refusal-unit-has-staff = { $people ->
    [one] The unit still has { $people } person. Move them first.
   *[other] The unit still has { $people } people. Move them first.
}
refusal-still-holds = { $appeals ->
    [one] { $appeals } open appeal is still in hand. Pass it on first.
   *[other] { $appeals } open appeals are still in hand. Pass them on first.
}
refusal-last-administrator = This is the last administrator: name another first.
refusal-empty-list = There is nothing in the file. Check that it is the right one.
refusal-bad-list = The code “{ $code }” stands twice in the file, or is empty. Mend the file.
refusal-series-begun = The series “{ $series }” of { $year } has begun: its beginning is set once, before the first number. Go on from { $next }.
series-appeal = appeals
series-outgoing = outgoing letters
refusal-visit-ended = The visit has ended already. Start a new one.
refusal-request-taken = Something else was registered under this request_id: No. { $number }. Give a new appeal a new request_id.

# --- Commands: the bar below (at most 6 columns), the name, what it does ---
command-help = Help
command-help-bar = Help
command-help-help = Help on this place or field; once more: all keys, searched by typing
command-save = Save
command-save-bar = Save
command-save-help = Save the form, register the appeal
command-preview = Preview the letter
command-preview-bar = View
command-preview-help = Show the letter or the receipt as it will be on paper
command-values = List of values
command-values-bar = List
command-values-help = Show what can be chosen in this field
command-print = Print
command-print-bar = Print
command-print-help = Print the reply or the receipt: to a file or a printer
command-route = Pass on
command-route-bar = Pass
command-route-help = Assign an executor or pass on to a unit, with a resolution
command-new = New appeal
command-new-bar = New
command-new-help = Register a letter, a visit or a call
command-annul = Annul
command-annul-bar = Annul
command-annul-help = Take back a mistaken entry; its number stays taken
command-menu = All commands
command-menu-bar = Menu
command-menu-help = All commands of this place by name
command-quit = Leave
command-quit-bar = Leave
command-quit-help = Stop working; what was typed stays as a draft
command-find = Find
command-find-help = Find an appeal by number, a letter’s number, surname, account, phone or e-mail
command-undo = Undo
command-undo-help = In a form: the field as it was; in a list or on a card: take back your own last step
command-redraw = Redraw
command-redraw-help = Draw the screen anew
command-reply = Write a reply
command-reply-help = Write a reply or an interim reply from a template
command-sign = Record the signature
command-sign-help = Record that the reply was signed; gives the outgoing number
command-sent = Record the sending
command-sent-help = Record that the reply was sent; closes the appeal
command-extend = Extend the term
command-extend-help = Extend the term after an interim reply was sent
command-close = Close or file away
command-close-help = A review is closed as noted; what is closed is filed away
command-reopen = Reopen
command-reopen-help = Open a closed appeal again with a new term
command-withdraw = Withdrawn by the client
command-withdraw-help = Close the appeal at the client's will
command-answer = Answered orally
command-answer-help = Record the oral answer to a visit or a call, and close
command-return = Give back for changes
command-return-help = Give a final reply, or a signed one that has not left, back to its executor with a remark
command-start-visit = Begin a visit
command-start-visit-help = Note that a client has come to the window
command-end-visit = End the visit
command-end-visit-help = Note that the client has left
command-drafts = Drafts
command-drafts-help = Go on with a form that was not saved
command-office = Office
command-office-help = Name, address, letterhead, numbers
command-units = Units
command-units-help = The list of units: add, change, retire
command-staff = Staff
command-staff-help = The list of staff: phones, roles, the right to sign
command-person = Who is at the desk
command-person-help = Let another person work at this desk
command-language = Switch to Russian
command-language-help = The other language of the screen
command-means-nothing = “{ $name }” has no meaning here.
help-title = Help
help-all-keys = F1 once more: all keys, which can be searched. Esc: back.
help-search = Find a key or a command:
keys-next = Enter, Tab, Down
keys-next-help = In a form the next field, after the last one the button; in a list Enter opens or chooses
keys-back = Shift+Tab, Up
keys-back-help = The field or row before
keys-leave = Esc
keys-leave-help = One step back; what was typed stays as a draft
keys-ends = Home, End
keys-ends-help = To the beginning and the end of the line or list
keys-pages = PgUp, PgDn
keys-pages-help = A page up and down: in a list, a text, a long form
keys-whole = Ctrl+Home, Ctrl+End
keys-whole-help = To the beginning and the end of the text, the list or the form
keys-words = Ctrl+Left, Ctrl+Right
keys-words-help = A word back and on
keys-erase-word = Ctrl+Backspace, Ctrl+Delete
keys-erase-word-help = Erase the word before the cursor and after it
keys-empty = Ctrl+U
keys-empty-help = Empty the field
keys-as-last = =
keys-as-last-help = In the field Topic: the same topic as last time
keys-step = Ctrl+Up, Ctrl+Down
keys-step-help = In a long text: straight to the neighbouring field
keys-mark = Space, Insert
keys-mark-help = Mark a row of the queue, or a value where several may be chosen
keys-mark-all = *
keys-mark-all-help = In the queue: mark all rows read so far
keys-tabs = Left, Right
keys-tabs-help = On the home screen the neighbouring queue; in a question the other answer
keys-letters = Letters
keys-letters-help = In a list: find by the first letters of any word, in either keyboard layout
keys-digits = Alt+1 … Alt+0
keys-digits-help = The same as F1 … F10, where the terminal keeps the function keys for itself
screen-too-small = The window must be at least { $width }×{ $height }, and is { $now_width }×{ $now_height }. Make it larger.
heading-damaged = The register is damaged: otklik check
check-not-looked = The register could not be checked behind your work: it is busy or does not open. Check it yourself: otklik check.

# --- Home ---
home-title-nobody = Otklik
home-title = Otklik · { $unit } · { $person }
home-visit = { " " }· visit since { $since }
home-empty =
    There are no open appeals.

    Press F7 to register a letter, a visit or a call.
    F1 is help, F9 all commands, / finds an appeal.
home-tab-empty = Nothing here. Left and right lead to the other lists.
home-leave = F10 leaves. What was typed stays as a draft.
home-help =
    Open appeals: those due soonest stand on top.
    Left and right: the other lists, overdue, due today, within three days, mine, without an executor, to be sent.
    Enter: the appeal's card. F6: assign an executor. R: write a reply. F5: print.
    S: record the signature, T: record the sending. Everything that can be done: F9.
    /: find by number, surname, account or phone.
tab-open = All
tab-overdue = Overdue
tab-today = Today
tab-soon = 1–3 days
tab-mine = Mine
tab-unassigned = No exec.
tab-unsent = To send
column-due = Due
column-days = Days
column-inner = Inner
column-number = No.
column-client = Client
column-topic = Topic
column-executor = Executor
column-state = State
column-found-by = Found by
client-erased = (erased)
client-anonymous = Anonymous
client-collective = { $signers ->
    [one] Collective, { $signers } signature
   *[other] Collective, { $signers } signatures
}
client-no-contacts = No address, phone or e-mail: there is nowhere to answer
value-erased = (erased)
holder-director = department director
holder-nobody = no executor yet
holder-since = { " " }since { $day }
holder-closed = closed { $on }: { $outcome }
summary-received = { " " }· came in { $day }
summary-reply-by = answer { $by }
summary-inner-due = Inner due date: { $day }
summary-inner-today = , today
summary-inner-past = { $days ->
    [one] , { $days } day ago
   *[other] , { $days } days ago
}
summary-inner-left = { $days ->
    [one] , in { $days } day
   *[other] , in { $days } days
}
reply-answer = Reply
reply-interim = { $days ->
    [one] Interim reply, +{ $days } day
   *[other] Interim reply, +{ $days } days
}
reply-stage-draft = draft
reply-stage-final = final, waits for its signature
reply-stage-signed = signed { $on }, No. { $number }, not sent
reply-stage-sent = No. { $number }, sent { $on } { $by }

# --- Card ---
card-client = Client
card-content = Appeal
card-resolution = Resolution ({ $by })
card-replies = Replies
card-closing = How it was closed
card-history = History
card-route = Route: { $route }
card-topic = Topic: { $topic }
card-sender = The client's letter No. { $number } of { $on }
card-sender-dated = The client's letter of { $on }, without a number
card-sender-numbered = The client's letter No. { $number }, without a date
card-sheets = Sheets: { $count }
card-attachments = Attachments: { $count }
card-covering = Covering letter: { $body }
card-remark = The signatory's remark: { $text }
card-help =
    The appeal's card: its state, client, text, replies, history.
    F6: pass on, R: reply, F3: preview, F5: print, S: signature, T: sending.
    E: extend the term, A: answered orally, F8: annul, W: withdrawn by the client.
label-account = Account
label-contract = Contract
label-address = Address
label-phone = Phone
label-inn = INN
label-email = E-mail
label-representative = Representative
event-unknown = a record of a newer program ({ $kind })
event-registered = registered as No. { $number }, answer by { $due }
event-routed = passed on: { $to }
event-routed-resolution = passed on: { $to } — “{ $resolution }”
event-reply-drafted = reply drafted
event-draft-changed = { $draft }: changed
event-interim-drafted = interim reply drafted
event-what-reply = reply
event-what-receipt = receipt
event-what-card = registration card
event-what-slip = resolution slip
event-what-interim = interim reply
event-reply-finalised = { $what } made final, { $signatory } will sign
event-reply-returned = { $what } given back: “{ $remark }”
event-printed = { $what } printed
event-written = { $what } written into a file
event-reply-signed = { $what } signed { $on }, outgoing No. { $number }
event-reply-sent = { $what } sent { $on } { $by }
event-extended = { $days ->
    [one] term extended by { $days } day, to { $due }: { $reason }
   *[other] term extended by { $days } days, to { $due }: { $reason }
}
event-answered = answered orally: “{ $gist }”
event-noted = noted: { $reason }
event-annulled = annulled: { $reason }
event-withdrawn = withdrawn by the client: { $reason }
event-reopened = reopened, due { $due } now: { $reason }
event-filed = filed away: { $reason }

# --- Finding ---
find-title = Find
find-label = Find:
find-hint = The end of a number, a letter’s number, a surname, an account, a phone or an e-mail. Answers appear as you type.
find-other-layout = Nothing for “{ $words }”. Shown for “{ $meant }”: the other keyboard layout.
find-nothing = Nothing was found for “{ $words }”. Try a part of the surname or the last digits of the number.
find-help =
    Type the end of a number, a letter’s number (ours or the client’s), the beginning of a surname, an account, a phone or an e-mail; capitals make no difference.
    Up and down choose, Enter opens the card, Esc leads back.
found-by-number = number
found-by-letter = letter
found-by-email = e-mail
found-by-account = account
found-by-phone = phone
found-by-name = surname
found-due = due { $day }
person-question = Who is at the desk?
person-help = Type the first letters of a surname; Enter takes it. The choice is remembered for the next start.

# --- What was done at once ---
act-nothing-chosen = Choose an appeal first.
act-language = The language of the screen is English.
act-not-closed = The appeal is not closed: there is nothing to reopen.
act-visit-going-on = A visit is going on since { $since }. B ends it.
act-visit-started = The visit began at { $at }. F7 registers its appeal.
act-visit-ended = { $minutes ->
    [one] The visit has ended: { $minutes } minute.
   *[other] The visit has ended: { $minutes } minutes.
}

# --- Forms ---
form-missing = Fill in this field
form-no-date = This is no date: 24.11, 24.11.2026, t (today), −1
form-too-many = Too many: at most { $most }
form-no-number = This is no number: digits only
form-no-phone = This is no telephone: 5 to 15 digits, 22-33-44
form-not-in-list = Choose from the list (F4)
list-nothing = Nothing found
paste-no-place = The paste did nothing: letters are commands here. Go to a field and paste again.
list-nothing-typed = Nothing answers “{ $typed }”. Take a letter back (Backspace) or close the list (Esc).
form-nearly-full = { $count ->
    [one] The field is nearly full: { $count } more letter
   *[other] The field is nearly full: { $count } more letters
}
form-too-long = { $given } KiB, and a field holds { $limit } KiB
email-no-at = This is no e-mail address: it needs an @
email-no-name = This is no e-mail address: letters are needed before the @ and between dots
email-no-domain = This is no e-mail address: a dot is needed behind the @, as in mail.com
email-sign = This is no e-mail address: “{ $sign }” can't stand there
email-space = This is no e-mail address: no space can stand in it
form-no-inn = This is no taxpayer number: 10 or 12 digits
form-named-anonymous = “Anonymous” is ticked and the client is named. Leave one of the two.
form-who = Give a surname or an organisation, or tick “Anonymous”
form-refused = Look at the marked field.
form-left = The draft is kept: D goes on with it.
form-draft-kept = draft is kept
form-draft-resumed = going on with the draft ({ $age })
form-meanwhile = The appeal has changed: { $changes }
form-draft-lost = The disk does not take the draft: it is only in memory. Make room and it is written by itself; don't leave the program before.
form-draft-in-memory = ! draft only in memory
form-left-in-memory = The draft is only in memory: make room on the disk and don't leave the program. D goes on with it.
form-changed = The appeal was changed while you were filling in the form: { $changes }. What you typed is here; F2 saves over it.
form-no-values = There is no list for this field: type the value.
form-values-tick = This is ticked or unticked: press Space.
confirm-yes = Yes
confirm-no = No
confirm-back = Go back
confirm-clock = The time is right, save
confirm-late = Register without a reason
confirm-late-reason = Give the reason

# --- A new appeal ---
new-question = What came in?
new-begun = a draft waits: Esc, D
new-help = A letter comes by post, by hand or by fax. E-mail, virtual reception and the feedback book have forms of their own. A consultation has no number and no term.
new-letter = Letter
new-visit = Visit
new-phone = Call
label-received = Came in on
label-channel = Came in by
label-sender-number = Client's number
label-sender-date = Date of the letter
label-given = Given name
label-patronymic = Patronymic
label-anonymous = Anonymous
label-kind = Kind
label-topic = Topic
label-sheets = Sheets
label-attachments = Attachments
label-answer = Answered on the spot
label-reply-by = How to answer
label-late-reason = Why later
note-date = 24.11, 24112026, t is today, −1 yesterday
note-organisation = if an organisation writes; the surname is then its contact person
note-phone = as it was told: 8 900 123-45-67
note-gist = one line; left empty, the text's beginning, less its greeting
note-text = Tab goes on, Enter begins a line
note-answer = if you answered at once: the gist of the answer; the appeal is closed
note-agreed = space bar: the client agrees to an oral answer
note-reply-by = left empty: by post, and by e-mail to what came by e-mail
note-late-reason = if more than one working day has passed since it came in
help-new-appeal = The form is filled from top to bottom, like paper. Enter and Tab go on, up goes back, F2 registers from anywhere. The kind, the content and the client (or “Anonymous”) are needed.
button-register = Register
notice-answered = Answered on the spot: saving closes the appeal
notice-no-contacts = Without contacts a written appeal is not considered (R8)
done-registered = Registered: No. { $number } · answer by { $due }
done-registered-answered = Registered and closed: No. { $number } · answered on the spot

# --- Steps ---
step-on = Date
step-way = How it was signed
step-signed-ink = on paper
step-signed-file = by electronic signature
step-sent-by = How it was sent
step-days = Days of extension
step-answer = Gist of the answer
step-agreed = Agrees to an oral answer
button-sign = Record the signature
button-sent = Record the sending
button-return = Give back for changes
button-extend = Extend the term
button-answer = Record the oral answer
button-close = Close as noted
button-file = File away
button-annul = Annul
button-withdraw = Withdrawn by the client
button-reopen = Reopen
button-route = Pass on
step-help-sign = The date of signing becomes the letter's date; the outgoing number is given with it. The right to sign is checked for that date (R6).
step-help-sent = For a letter, the day it was handed to the post: that is the day of the answer.
step-help-return = The reply becomes a draft again; its executor sees the remark. An outgoing number that it has is annulled.
step-help-extend = Only after an interim reply was sent, by exactly the days it named, 15 at the most (R13).
step-help-answer = An oral answer closes a visit or a call, if the client agrees.
step-help-close = A review is closed as noted; a closed appeal is filed away.
step-help-annul = Only for a mistaken entry, and while nothing was sent. The number stays taken (R2).
step-help-withdraw = The client asked for the appeal to be dropped.
step-help-reopen = The appeal opens with a new term from today; the first answer and term stay on record.
done-signed = Signed, outgoing No. { $outgoing }. T records the sending.
done-sent-closed = No. { $number }: the reply was sent, the appeal is closed.
done-sent = No. { $number }: the interim reply was sent.
done-returned = The reply was given back for changes.
done-extended = The term is extended to { $due }.
done-answered = No. { $number }: the answer is on record, the appeal is closed.
done-filed = No. { $number } is filed away.
done-closed = No. { $number }: noted.
done-annulled = No. { $number } is annulled.
done-withdrawn = No. { $number }: withdrawn by the client.
done-reopened = No. { $number } is open again, due { $due }.
done-routed = No. { $number }: { $holder }.
route-to = To
route-to-note = the first letters of a surname or a unit
route-inner-due = Inner due date
route-letter-needs = The letter needs an executor: choose who answers
route-inner-due-note = not after { $due }; may be left empty
route-override = Why off the route
route-override-note = only if the appeal leaves its route
route-resolution-usual = Prepare a reply to the client within the term.
route-help = Whom to pass it to: an executor, a unit, or the department's director. The head names the executor (R3, R4). Off the route, a reason is needed.

# --- A reply ---
reply-title = Reply to No. { $number }
reply-notice-title = Notice on No. { $number }
reply-template = Template
reply-no-template = No template
reply-template-broken = { $count ->
    [one] { $first }. The one before is in force.
   *[other] { $first }. { $count } files have faults; those before are in force.
}
reply-days-note = only for an interim reply; 15 at the most
reply-addressee-note = in the dative case; check what the program offers
reply-signatory = Signatory
reply-signatory-note = who has the right to sign today
reply-final = Final
reply-final-note = space bar; unticked, it is kept as a draft
reply-about = “{ $gist }” · due { $due }
button-reply = Save the reply
help-reply = The template fills the whole letter, and all of it can be edited. ‹Places in brackets› wait for your words: Ctrl+N leads to the next, Ctrl+O shows the appeal. F3 shows it as on paper.
reply-kept-not-final = The draft is saved. { $why }
done-reply-draft = The draft of the reply is saved.
done-letterhead-bare = The letterhead has neither address nor telephone of the office: F9, “Office”.
done-reply-final = The reply is final. F5 prints it, S records the signature.

# --- Paper ---
preview-title = Preview
preview-help = This is how the letter will be on paper. Up, down, PgUp, PgDn turn the pages; F5 prints; Esc leads back.
preview-not-final = Only a final reply is printed: save it with “Final” ticked.
print-question = What to print, and where?
print-help = The first line is the usual way: F5, Enter. Type to find a paper. Files are written beside the register, into the folder letters-out. A final reply, a receipt, a card and a slip are kept: printed again, it is the same paper as long as it says the same. What the printer did not take stays in the list “Not printed”.
print-as-pdf = { $paper }: a PDF file
print-as-text = { $paper }: a text file
print-on-printer = { $paper }: on the printer
print-on-named = { $paper }: on the printer { $printer }
print-other = Another printer, several copies…
print-many = Several letters in one run…
print-unprinted = { $count ->
    [one] Not printed: { $count } letter…
   *[other] Not printed: { $count } letters…
}
printers-title = Another printer
printers-asked = Asking which printers there are…
printers-esc = Esc: don't wait
printers-help = The system is listing its printers: with those on the network this may take a few seconds. The list opens by itself. Esc goes back at once.
print-no-printers = The system has no printer. Save the letter to a file, or ask the administrator to add a printer.
print-listed = The letter stays in the list “Not printed”.
print-listed-many = What did not come out stays in the list “Not printed”.
print-no-such-paper = “{ $paper }”: this appeal has no such paper, or no longer has it — there is no address or no resolution. Open the card and look.
print-template = “{ $paper }”: the template does not fit: { $why }. Mend the template.
print-on-the-way = No. { $number } is being printed. Work on; you are told once the printer has taken it.
print-already = No. { $number }: this letter is being printed already. Wait until the printer takes it: you are told.
print-let-go-many = { $count ->
    [one] { $count } letter was taken off the list “Not printed”: it can no longer be printed.
   *[other] { $count } letters were taken off the list “Not printed”: they can no longer be printed.
}
cli-let-go = { $count ->
    [one] № { $number }: { $count } letter was taken off the list “Not printed”.
   *[other] № { $number }: { $count } letters were taken off the list “Not printed”.
}
cli-not-listed = No letter of appeal № { $number } is in the list “Not printed”. Check the number.
done-outdated = The reply has changed while the letter was printed: this paper is the one before, don’t send it. Print the letter again.
print-unknown = it is not known whether the printer took it: the program had ended before. Look at the printer before printing again
print-holds-back = A letter is still being printed. Wait, or leave again: it stays in the list “Not printed”.
print-not-kept = The letter could not be kept beside the register: { $why }. It was not printed. Look at the room on the disk and the rights to the folder letters-kept, and try again.
print-default = default
print-stopped = stopped
print-field-paper = What
print-field-printer = Printer
print-field-copies = Copies
print-field-takes = Print as
print-copies-wrong = from 1 to { $most }
print-form-help = F4 lists the printers of the system. Print as: pages for a laser or inkjet printer; text has 66 columns; CP866 is for a dot-matrix printer that sets Cyrillic by itself. The printer and what it takes are remembered: next time F5, Enter is enough.
button-print = Print
takes-pdf = Pages (PDF)
takes-text = Text, set by the system
takes-cp866 = Text in CP866, dot-matrix printer
batch-question = What is to be printed in one run?
batch-on-printer = { $letters }: on the printer
batch-on-named = { $letters }: on the printer { $printer }
batch-as-pdf = { $letters }: PDF files
batch-signed-new = Signed today, not printed yet ({ $count })
batch-signed = All signed today ({ $count })
batch-awaiting = Awaiting signature ({ $count })
batch-unprinted = Not printed ({ $count })
batch-help = Letters are printed one after another. Esc stops at once: the letter that the printer has already comes out whole, and you are told of it. What the printer did not take stays in the list “Not printed”.
batch-running = Printing
batch-of = { $done } of { $total }
batch-failed = Not printed: { $count }
batch-esc = Esc stops at this letter
print-batch-none = Nothing to print: there are no such letters.
print-batch-done = { $count ->
    [one] { $count } letter came out.
   *[other] { $count } letters came out.
}
print-batch-folder = The files are in the folder { $folder }.
print-batch-failed = Letters that came out: { $done }, that did not: { $failed }.
print-batch-stopped = Stopped: { $done } of { $total } came out, not begun: { $left }.
home-unprinted = Not printed
home-unprinted-open = Letters that a printer did not take. Enter opens them: print them or let them go.
unprinted-none = There are no letters that were not printed.
unprinted-unreadable = { $count ->
    [one] { $count } record of a letter not printed can't be read: it is still in the file { $file }, show it to whoever runs this machine.
   *[other] { $count } records of letters not printed can't be read: they are still in the file { $file }, show it to whoever runs this machine.
}
unprinted-help = Letters that a printer did not take. Enter opens the card, F5 prints this one or all, F8 or Del takes one off the list. What was printed leaves it by itself.
unprinted-paper = What
unprinted-when = When
unprinted-system = the system's printer
unprinted-one = No. { $number }: on the printer
unprinted-one-named = No. { $number }: on the printer { $printer }
unprinted-all = All ({ $count }): on the printer
unprinted-all-named = All ({ $count }): on the printer { $printer }
unprinted-let-go = Take the letter of appeal { $number } off the list? It was not printed.
unprinted-let-go-yes = Take it off
unprinted-let-go-no = Keep it
paper-reply = Reply
paper-draft = Draft of a reply
paper-receipt = Receipt for the client
file-reply = reply
file-receipt = receipt
done-printed = Sent to the printer.
done-printed-on = Sent to the printer { $printer }.
done-printed-waits = The queue { $printer } is stopped: the letter waits there. Start the printer, or print on another one.
done-printed-waits-why = The queue { $printer } is stopped ({ $why }): the letter waits there. Start the printer, or print on another one.
done-printed-copies = { $copies ->
    [one] { $copies } copy.
   *[other] { $copies } copies.
}
done-printed-signs = { $count ->
    [one] { $count } sign has no place in the printer's code page and came out as “?”: look at the paper.
   *[other] { $count } signs have no place in the printer's code page and came out as “?”: look at the paper.
}
done-renewed-missing = The earlier paper of this reply is gone from letters-kept: the letter was made anew, compare it.
done-renewed-damaged = The earlier paper of this reply in letters-kept is damaged: the letter was made anew, compare it.
done-written = Written: { $file }

# --- Drafts ---
drafts-hold-back = { $count ->
        [one] { $count } draft is only in memory: the disk does not take it. Make room, or press the key to leave again, and it is lost.
       *[other] { $count } drafts are only in memory: the disk does not take them. Make room, or press the key to leave again, and they are lost.
    }
drafts-none = There are no drafts.
drafts-aside = The file of drafts was damaged and is put aside as { $file }; what could be read was brought over. Look through the drafts and the list “Not printed”, and show the file to whoever runs this machine.
drafts-unusable = The file of drafts { $file } does not open: what is typed is only in memory for now. Show it to whoever runs this machine.
drafts-unreadable = { $count ->
    [one] { $count } draft can't be read: it is still in the file { $file }, show it to whoever runs this machine.
   *[other] { $count } drafts can't be read: they are still in the file { $file }, show it to whoever runs this machine.
}
drafts-question = Drafts (Enter goes on, Del forgets)
drafts-help = Enter goes on with a draft, Del forgets it. A saved appeal leaves no draft.
drafts-offered = { $count ->
    [one] There is { $count } draft: “{ $newest }”. D goes on with it.
   *[other] There are { $count } drafts, the newest: “{ $newest }”. D goes on.
}
drafts-damaged = This draft is damaged and can’t be opened. Del lets it go.
drafts-unknown = This draft is not of this program, or what it is about is gone: it can't be opened here.
drafts-forget = Forget the draft “{ $label }” ({ $age })? What was typed can't be had back.
drafts-forget-yes = Forget it
drafts-forget-no = Keep it
drafts-forgotten = The draft “{ $label }” was removed.
age-now = just now
age-minutes = { $n ->
    [one] { $n } minute ago
   *[other] { $n } minutes ago
}
age-hours = { $n ->
    [one] { $n } hour ago
   *[other] { $n } hours ago
}
age-days = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}

# --- The office, its units and staff ---
button-save = Save
column-unit = Unit
column-unit-short = Unit
column-code = Code
column-unit-sort = Kind
column-people = Staff
column-person = Person
column-signs = May sign
label-position = Position
label-letterhead = Letterhead lines
label-appeal-numbers = Appeal numbers
label-outgoing-numbers = Outgoing numbers
label-default-person = Usual person
label-unit-external = Own register
label-unit-back = Works again
label-staff-back = Works again
label-signs = May sign replies
label-signs-from = Right from
label-signs-to = Right until
label-os-user = System account
note-letterhead = one a line: taxpayer's number, site, parent company
note-pattern = { "{office}" }: the office code, { "{serial:6}" }: number in six digits, { "{yy}" }: the year
note-default-person = who acts in the shell where nobody is named
note-unit-code = short, letters and digits; it never changes
note-unit-sort = the route of appeals taken here depends on it (R1, R3, R4)
note-unit-external = space bar, if its appeals are registered at another office
note-back = space bar brings it back from history
note-person-name = as in a letter: surname, given name, patronymic
note-login = short, for the shell and the records; it never changes
note-position = as in a letter: head of the sales department
note-staff-phone = the work phone, printed in letters: 8 383 555-12-34
note-role-clerk = space bar; registers appeals and visits
note-role-executor = space bar; writes replies
note-role-head = space bar; names executors, extends terms, reopens
note-role-director = space bar; passes appeals on to units, past their heads (R3)
note-role-administrator = space bar; keeps the office, units and staff
note-signs = space bar; the name stands in the letter beside the signature (R6)
note-signs-from = left empty: from today
note-signs-to = left empty: until it is taken away
note-os-user = so that the program knows them by their account
office-numbers = Numbers (the office code { $code } never changes)
office-number-sample = They will be: { $appeal } and { $outgoing }
done-office = The office's details are saved.
help-office = The name, address, phone and letterhead lines are printed at the top of every letter. The office code stands in every number and never changes.
units-help =
    The units of the office. The route of appeals depends on their kind.
    Enter changes, F7 adds, F8 retires, Esc leads back.
    A retired unit stays in history, at the end of the list.
unit-new = New unit
unit-external = own register
unit-retired = retired { $on }
unit-retire = Retire the unit “{ $name }”?
done-unit = { $name }: saved.
help-unit = The name stands in lists and on cards. F2 saves, Esc leads back.
staff-help =
    The staff: their position and phone are printed in letters (R6); without them no reply becomes final.
    What is missing is named in the line. “May sign”: who has the right to sign.
    Enter changes, F7 adds, F8 records that somebody has left, Esc leads back.
    Whoever has left stays in history, at the end of the list.
staff-new = New person
staff-roles = What they may do
staff-no-phone = no phone
staff-no-position = no position
staff-no-given-name = { $name } (no name)
staff-left = until { $on }
staff-signs = yes
staff-signs-from = { $day } on
staff-signs-no-more = ended
staff-retire = Record that { $name } has left?
staff-letter-needs = needed in the letter
staff-letter-waits = The reply waits for this: fill it in, F2 saves and leads back to it.
done-staff = { $name }: saved.
done-staff-for-letter = { $name }: saved. Now F2 saves the reply.
roster-retired = { $name }: in history only from now on.
roster-retired-already = In history already. To bring it back: Enter and “Works again”.
help-staff = Who it is, where they work and what they may do. The name, login and unit are needed; the first final reply asks for the rest.

# --- The first day ---
first-title = Otklik · the first day
first-welcome =
    Welcome! Three lines with an asterisk, and the desk is open.
    The rest can be added later: F9, “Office” and “Staff”.
    In Russian: F9, Switch to Russian.
first-later = May be left as it is
first-full-name = Surname and given name: letters need both
first-leave = F10 leaves. The office is not set up yet; what is typed stays.
first-help =
    Otklik keeps the appeals of one office in one file. It begins with the office's name, the unit you work in, and your own name.
    You become its administrator and can add the others: F9, “Staff”.
    Enter leads to the next field, F2 opens the desk, F10 leaves.
label-first-unit = Your unit
label-first-person = You: surname and names
note-first-office = as in a letter
note-first-unit = where appeals are taken: the name of the centre
note-first-code = stands in every number and never changes: ENSK gives ENSK-000001/26
button-first-day = Open the desk

# --- Letters: in Russian wherever they leave the office ---
# What the program does not know stands in a letter under these names: ‹new due day›
hole-number = number of the appeal
hole-registered = date of registration
hole-received = date of receipt
hole-gist = gist
hole-client = client
hole-account = account
hole-due = due day
hole-substance = reply on the substance
hole-extension-days = days of the extension
hole-new-due = new due day
hole-extension-reason = reason of the extension
hole-reply-channel = way of the reply
hole-reply-given = how the reply will be given
hole-organisation = organisation
hole-unit = unit
hole-unit-address = address of the unit
hole-unit-phone = phone of the unit
hole-unit-hours = hours of the unit
hole-executor = executor
hole-executor-phone = phone of the executor

# Letter templates
answer-satisfied = granted
answer-partly-satisfied = granted in part
answer-refused = declined
answer-explained = explained
answer-redirected = passed on
answer-noted = noted
template-broken = Template { $file }: { $why }
template-not-text = not text in UTF-8 after byte { $at }: save the file as UTF-8
template-too-large = more than { $limit } KiB: make the file shorter
template-no-front = no description between two lines “+++” at the beginning
template-unpaired = line { $line }: “{ $mark }” has no other half: add it, or take this one out
template-unclosed = line { $line }: nothing closes “{ $word }”: add “end{ $word }”
template-unopened = line { $line }: “{ $word }” is out of place: no “if” or “for” is open above
template-foreign = line { $line }: templates have no filters, tests or calls (“|”, “is”, “()”): leave the field's name alone
template-unread = line { $line }: can't be read inside the brackets: { $why }
template-statement = line { $line }: “{ $word }” is not for templates, only fields, if and for
template-bad-id = id “{ $id }” will not do: letters, figures, - and _, at most { $most }
template-unknown-field = line { $line }: no field “{ $name }”; the template reply lists the fields
template-too-much = line { $line }: too long or too deep
template-duplicate = id “{ $id }” is taken by another file: give it its own
reply-text = Text
reply-text-note = ‹in brackets›: what to write; Ctrl+N leads to the next, F3 shows the page
reply-no-open-places = No place is left open.
reply-days-unsaid = The letter does not say by how much the term is extended: write “{ $days }” or “{ $due }”.
reply-replace = { $lines ->
    [one] Your words can't be told from the template's. Put the template “{ $template }” in the place of the text ({ $lines } line)?
   *[other] Your words can't be told from the template's. Put the template “{ $template }” in the place of the text ({ $lines } lines)?
}

reply-replace-yes = Replace; Ctrl+Z brings it back
reply-replace-no = Keep my text
reply-replace-help = The template fills the text anew and what you typed goes; Ctrl+Z in the field “Text” brings it back with the template before. Otherwise the template stays what it was.
command-appeal = The whole appeal
command-appeal-help = Shows the appeal the form is about: its text, its history, remarks. Esc leads back to the form.
command-next-place = Next place
command-next-place-help = Leads to the next place of the letter that is not filled.
eml-not-signed = An e-mail is made from a signed reply. Record the signature, then try again.
eml-no-address = The client has no e-mail address. Add it by correcting the appeal, or send the reply another way.
eml-bad-address = “{ $address }” is no e-mail address. Correct it in the appeal.
eml-file = The file { $file } was not read: { $why }. Check the path.
eml-too-large = The attachments are more than { $limit } MiB: mail will not take them. Make the scan smaller.
eml-build = The message was not made: { $why }. Try again.
eml-subject = { $heading } (reply No. { $number } of { $on } to appeal No. { $appeal })
eml-executor = Executor: { $name }, tel. { $phone }
load-templates = letter templates
load-no-templates = there are no .j2 files here: name a template's file or a folder of them
done-templates-loaded = Templates loaded: { $ids }.
template-built-in = built in
template-kind-reply = reply
template-kind-interim = interim reply
template-kind-notice = notice
template-kind-receipt = receipt
cli-template-put = Template “{ $id }” loaded: { $file }
cli-template-copied = The built-in template “{ $id }” was written: { $file }. Edit it: it is in force now.
cli-template-own = The template “{ $id }” has a file of your own: { $file }. It is as it was.
cli-template-own-replace = Edit your own file. To put another in its place, repeat with --replace: the old one stays beside it, its name ending in .bak.
cli-template-no-place = The template “{ $id }” has no place for the executor's words. Take another, or write substance into it.
cli-template-topic = Template “{ $id }”: there is no topic “{ $topic }”, so it will not be offered for it.
cli-templates-sound = { $count ->
    [one] { $count } template checked, no faults.
   *[other] { $count } templates checked, no faults.
}
cli-column-template = Template
cli-column-topics = Topics
cli-column-outcomes = Comes to
cli-column-origin = From
cli-about-load-templates = Letter templates: .j2 files or folders; none is loaded where one has a fault
cli-about-templates = Letter templates
cli-about-templates-list = Which templates are in force and where from
cli-about-templates-check = Check template files; without any, your own folder
cli-about-templates-show = Show a template's file
cli-about-templates-copy = Write a built-in template into your own folder to be edited
cli-help-template-files = .j2 files, or folders of them
cli-help-template-id = The template's id
cli-value-files = FILES
cli-help-attach = Attach this file to the .eml in the place of the PDF (a scan, a signature file); may be repeated
letter-heading = On your appeal
letter-own = { $on } No. { $number }
letter-own-blank = ____________ No. ____________
letter-incoming = To No. { $number } of { $on }
letter-theirs = (Your No. { $number } of { $on })
letter-title = Reply to appeal No. { $number }
letter-draft = DRAFT
letter-phone = tel. { $phone }
letter-email = e-mail: { $email }
letter-dear = Dear client,
letter-dear-sir = Dear { $name },
letter-dear-madam = Dear { $name },
receipt-heading = Receipt for appeal No. { $number }
receipt-number = Number
receipt-registered = Registered
receipt-due = Answer not later than
receipt-client = Client
receipt-gist = Gist
receipt-by = Taken by:
receipt-signs = __________ { $name }

# --- Troubles: work ---
trouble-changed = The appeal was changed while you looked at it ({ $changes }). Nothing was saved: look again and repeat.
trouble-no-appeal = There is no appeal No. { $number }. Check the number or search: otklik find WORDS.
trouble-several-appeals = Several numbers end so: { $numbers }. Type more of the number.
trouble-no-visit = There is no such visit, or none is going on.
trouble-nobody-acts = It is not known who acts. Name yourself: --as LOGIN.
trouble-unknown-actor = Nobody with the login “{ $login }” works here. Name another: --as LOGIN; the list: otklik staff list.
trouble-not-set-up = The register { $file } holds no office yet. Set one up: otklik setup.
trouble-already-set-up = The register { $file } holds an office already. For a new one name another file: --db FILE.
trouble-clock-not-allowed = The variable { $variable } sets the time by hand, and the register was created under the usual clock. Unset the variable.
trouble-bad-file = The file { $file } does not fit: { $why }
toml-unknown = line { $line }: “{ $word }” can't stand here.
toml-unknown-nearest = line { $line }: “{ $word }” can't stand here. The nearest is “{ $nearest }”.
toml-unknown-among = line { $line }: “{ $word }” can't stand here. What can: { $known }.
toml-missing = line { $line }: the field “{ $field }” is missing.
toml-unreadable = line { $line }: this is no TOML, or a value of another form.
trouble-unfoldable = Records of the register contradict each other: { $why }. Check it (otklik check --deep) and restore a backup.

# --- Troubles: the register's file ---
open-missing = There is no register { $file }. Create it: otklik setup, or name another: --db FILE.
open-already-there = The file { $file } is there already. Name another: --db FILE.
open-no-folder = There is no folder for the register { $file }. Create it or name another: --db FILE.
open-folder = { $file } is a folder, and a register's file is needed. Name the file: --db FILE.
open-not-a-file = { $file } is a device or a pipe, and a plain file is needed. Name another: --db FILE.
open-link-loop = The link { $file } leads to itself. Mend it or name another file: --db FILE.
open-forbidden = { $file } may not be read. Ask the machine's administrator for access.
open-read-only-folder = The folder of { $file } can't be written to, and the register keeps files of its own beside it. Ask for the right to write there.
open-read-only-file = The file { $file } can't be written to. Ask for the right to write.
open-empty = The file { $file } is empty: it is no register. Restore a backup (otklik restore), or delete the empty file and create a register (otklik setup).
open-not-a-register = { $file } is no register of appeals. The file was left as it was. Name another: --db FILE.
open-foreign = { $file } is another program's database. The file was left as it was. Name another: --db FILE.
open-truncated = The register { $file } is cut short: it has { $found } bytes and should have { $expected } at least. The file was left as it was. Restore a backup: otklik restore.
open-newer-schema = The register { $file } was written by a newer program (schema { $theirs }, this program knows { $ours }). The file was left as it was. Update the program.
open-older-schema = The register { $file } was written by an older program, and reading alone can't bring it up. Open it for work: otklik list.
open-network = The register { $file } lies on a network disk ({ $kind }), where records get lost. Move it to a disk of this machine.
open-unsafe-engine = The SQLite in this program, { $version }, has a known fault that loses data. Update the program.
open-no-wal = The WAL journal can't be switched on for { $file } (it stays “{ $mode }”). Move it to a plain disk of this machine.
open-busy = Another program keeps the register { $file } busy. Close it and repeat.
open-damaged = The register { $file } is damaged. { $finding } The file was left as it was. Restore a backup: otklik restore.
open-no-backup = The register { $file } needs an upgrade, but the copy before it failed, and nothing was touched. { $why }
open-io = The file { $file } can't be opened: { $why }.

# --- Troubles: writing to the register ---
store-stale = The record was changed while you worked. Nothing was saved: look again and repeat.
store-series-begun = The first number of a series is chosen before any is given, and the next one is { $next } already.
store-series-ended = There are no more numbers this year.
store-body = A record of this form can't be stored. Nothing was saved; tell the developers.
store-no-randomness = The system gave no random numbers. Nothing was saved; repeat later.
store-busy = Another program keeps the register busy. Nothing was saved; repeat.
store-disk-full = The disk is full. Nothing was saved; make room and repeat.
store-read-only = The register can't be written to. Nothing was saved; ask for the right to write.
store-upgraded = A newer program has upgraded the register. Nothing was saved; leave and start the new program.
store-damaged = The register is damaged. { $finding } Restore a backup: otklik restore.
store-disk = The disk failed (code { $code }). Nothing was saved; check the disk and copy the register.
store-engine = The register did not take the record (code { $code }): { $detail }. Nothing was saved.

# --- Troubles: backups ---
backup-already-there = A backup of this name is there already: { $file }. Nothing was written: name another folder or repeat in a second.
backup-unsound = The backup { $file } is not sound. { $findings } Nothing was replaced: take another backup.
backup-register-unsound = The register is damaged, and no backup was made. { $findings } otklik check --deep names all of it; otklik restore brings a sound backup back.
backup-in-use = A desk has the register open. Close Otklik everywhere and repeat.
backup-io = The backup failed: { $why }.

# --- Checking the register: what is wrong ---
finding-structure = The file is damaged: { $detail }.
finding-schema = The table, index or trigger “{ $name }” is missing, changed or not ours.
finding-altered = Record { $place } was changed after it was made.
finding-unlinked = Something is missing before record { $place }: the chain is broken.
finding-personal = Record { $place }, value { $value }: { $fault }.
finding-erased-by-none = Values of record { $place } were erased, and no record says so.
finding-versions = The records of subject { $subject } do not follow one another.
finding-unfoldable = The records of subject { $subject } contradict each other: { $why }.
finding-line = A list shows { $subject } otherwise than its records say; the records are right.
finding-line-of-none = A list shows { $subject }, of which there are no records.
finding-key-of-none = The search finds something that no appeal has.
finding-other-office = The file holds records of another office: { $office }.
finding-office-of-none = The register is said to be of office { $office }, which has no records in it.
finding-request = For appeal { $subject } another request_id is remembered than its records say: sending it again may make a second appeal.
finding-counter = The counter does not agree with the numbers given: { $series }, { $year }.
finding-number = Number { $serial } ({ $series }, { $year }) was given twice or left out.
finding-doubled = Number { $number } stands on two appeals or more.
finding-letter-missing = A kept letter of appeal { $number } is gone from the folder letters-kept.
finding-letter-damaged = A kept letter of appeal { $number } in the folder letters-kept is not what was printed, or can't be read.
side-changed = changed
side-missing = missing
side-stray = not ours
unfoldable-no-beginning = the first record is missing
unfoldable-newer-beginning = the register was written by a newer program, update the program
unfoldable-out-of-order = record { $version } can't follow the ones before it
warning-fuse = The register lies on a disk of the kind { $kind }: some of them lose records. A plain disk of this machine is safer.

# --- Troubles: settings ---
config-unreadable = The settings { $file } can't be read: { $why }.
config-syntax = Settings { $file }, line { $line }: this is no TOML. A setting looks like this: language = "ru".
config-unknown-key = Settings { $file }, line { $line }: there is no setting “{ $key }”. The nearest is “{ $nearest }”.
config-needs-text = Settings { $file }, line { $line }: “{ $key }” needs a value in quotes that is not empty.
config-bad-value = Settings { $file }, line { $line }: “{ $key }” may be: { $allowed }.
clock-bad = The variable { $variable } is not understood: “{ $value }”. A moment like 2026-11-24T09:00:00+03:00 is needed.
pattern-unknown-token = A number's pattern has no field “{ $token }”. There are: office, serial, serial:6, yy, yyyy.
pattern-unpaired = The number's pattern has a brace without its pair.
pattern-not-unique = A number's pattern needs the office's code, the serial and the year, or numbers would repeat.

system-not-found = there is no such file or folder
system-forbidden = access is forbidden
system-already-there = such a file is there already
system-disk-full = the disk is full
system-read-only = the disk is only for reading
system-folder = it is a folder
system-not-a-folder = a file stands in the place of a folder
system-too-large = the file is too large
system-bad-name = no file can be called so here
system-not-text = it is no text in UTF-8
system-network = the network folder does not answer
system-other = the system refused (code { $code })

# --- Kinds of records ---
fact-registered = registered
fact-routed = handed on
fact-reply-finalised = reply made final
fact-reply-returned = reply returned
fact-paper-printed = paper printed
fact-reply-printed = reply printed
fact-reply-signed = reply signed
fact-reply-sent = reply sent
fact-extended = term extended
fact-reopened = reopened
fact-filed-away = filed away
event-off-route = off the route: { $reason }

# --- Troubles: paper ---
deliver-fonts = The built-in fonts can't be read: the program's file is damaged. Install it anew.
deliver-too-long = The document is larger than { $limit } KiB: that is no letter. Shorten it.
deliver-refused = The PDF could not be made: { $why }. Take the text (.txt) and tell the developers.
deliver-file = The file { $file } was not written: { $why }.
deliver-no-spooler = There is no printing on this machine (no lp). Save the PDF and print it elsewhere.
deliver-spooler-down = The print service (CUPS) is not running. Ask the administrator to start it, or save the letter to a file.
deliver-spooler-silent = The print service does not answer; the letter may be in its queue. Look at the printer before printing again, or save the letter to a file.
deliver-unknown-printer = The system has no printer { $name }. Choose another one: F5 → “Another printer”.
deliver-no-default-printer = No printer is chosen, and the system has no default one. Choose it: F5 → “Another printer”.
deliver-not-accepting = The printer { $name } takes no letters. Choose another one, or ask the administrator to turn it on.
deliver-printer = The printer did not take the document: { $why }. Check its name and queue.

# --- Shell: answers ---
cli-confirm = To confirm: --confirm { $code }.
cli-override = The reason is given so: --override REASON.
cli-no-home = The system knows no home folder. Say where to work: --home DIR or --db FILE.
cli-unreadable = The file { $file } can't be read: { $why }.
cli-unreadable-input = Standard input can't be read: { $why }.
cli-not-text = The file { $file } is no text in UTF-8. Save it in this encoding and repeat.
cli-not-text-input = Standard input is no text in UTF-8. Send a text in this encoding and repeat.
cli-not-json = This is no JSON: line { $line }, column { $column }. Nothing was registered.
cli-no-recipient = There is neither a unit nor a person “{ $name }”. The lists: otklik unit list, otklik staff list; for the director: director.
cli-two-recipients = “{ $name }” is a unit and a person. Say which: unit:{ $name } or login:{ $name }.
cli-several-replies = Two letters wait for this step. Say which: --kind reply or --kind interim.
cli-several-visits = Several visits are going on. Name one: { $visits }.
cli-no-signatory = Name who will sign the reply: --signatory LOGIN.
cli-no-days = Name how many days the interim reply proposes: --days N.
cli-no-text = The reply has no text. Name a file: --text FILE, or --text - for the input.
cli-no-template = There is no template “{ $id }”. There are: { $known }.
cli-no-paper = This appeal has no paper “{ $code }”. It has: { $known }.
cli-no-form = The name { $file } does not say what the file should be. A letter is written as .pdf, .txt or .eml.
cli-no-terminal = The desk needs a terminal. For scripts there are commands: otklik --help.
cli-broke = The program stopped because of a fault of its own. What you typed is kept in drafts: start it again. For the developer: { $file }.
cli-terminal = The terminal failed: { $why }.
cli-done-demo = { $appeals ->
    [one] The register { $file } was filled with made-up data: { $appeals } appeal, open: { $open }, records: { $facts }.
   *[other] The register { $file } was filled with made-up data: { $appeals } appeals, open: { $open }, records: { $facts }.
}
cli-nothing-found = Nothing was found. Try a part of the number, a surname, an account or a telephone.
cli-output = The answer was not written: { $why }.
cli-output-closed = whoever read the output has closed it
cli-untold = The answer was not written: { $why }. What was done before is saved.
cli-untold-registered = The answer was not written: { $why }. { $count ->
    [one] { $count } appeal was registered.
   *[other] { $count } appeals were registered.
}
cli-yes = yes
cli-client-account = account { $account }
cli-client-inn = INN { $inn }
cli-client-contract = contract { $contract }
cli-client-proxy = proxy { $proxy }
cli-dated = of { $day }
cli-answer-until = answer by { $day }
cli-register-refused = Appeal { $place } was not registered. { $why }
cli-done-registered-again = Registered before: No. { $number } · answer by { $due }
cli-done-set-up = The register { $file } was created. Office code { $code }, unit { $unit }, you are { $login }.
cli-done-office = The office's details were saved.
cli-done-series = The next number ({ $series }, { $year }): { $first }.
cli-done-unit = Unit { $unit }: saved.
cli-done-staff = Person { $login }: saved.
cli-done-loaded = Loaded: { $file }.
cli-done-visit-started = Visit { $id } began { $at }.
cli-done-visit-ended = { $minutes ->
    [one] The visit has ended: { $minutes } minute.
   *[other] The visit has ended: { $minutes } minutes.
}
cli-check-reads = Going through the register…
cli-backup-copies = Making and checking the copy…
cli-done-backup = { $facts ->
    [one] The backup was made and checked: { $file } ({ $bytes } bytes, { $facts } record).
   *[other] The backup was made and checked: { $file } ({ $bytes } bytes, { $facts } records).
}
cli-done-restored = { $facts ->
    [one] The register { $file } was restored: { $facts } record.
   *[other] The register { $file } was restored: { $facts } records.
}
cli-done-restored-aside = The register that was there lies aside: { $file }.
cli-done-letters = Kept letters beside it: { $count }.
cli-done-letters-lost = Kept letters that are gone or damaged: { $count }. Which ones, `otklik check --deep` says.
cli-check-sound = { $facts ->
    [one] The register is sound: { $facts } record was checked.
   *[other] The register is sound: { $facts } records were checked.
}
cli-check-lists = The records are whole ({ $facts }); lists or counters disagree with them (places: { $findings }). Nothing is lost and no backup is needed: tell the administrator.
cli-check-letters = The records are whole ({ $facts }), but kept letters are gone or damaged: { $letters }. Bring them back from the folder letters-kept beside a backup; otherwise they are made anew when printed again.
cli-check-unsound = { $findings ->
    [one] { $findings } fault was found. Records are right up to { $place }. Take a backup: otklik restore.
   *[other] { $findings } faults were found. Records are right up to { $place }. Take a backup: otklik restore.
}
cli-field-unknown = There is no field “{ $name }”.
cli-field-unknown-nearest = There is no field “{ $name }”. The nearest is “{ $nearest }”.
cli-field-required = The field “{ $name }” is needed.
cli-field-contradiction = The fields “{ $name }” and “{ $other }” contradict each other. Keep one.
cli-field-bad = The field “{ $name }” does not fit: { $wanted } is needed.
cli-field-wants-object = An appeal is a JSON object: {"{"}…{"}"}.
cli-wanted-text = a text in quotes
cli-wanted-date = a date like 2026-11-24
cli-wanted-count = a whole number from 0 to 65535
cli-wanted-flag = true or false
cli-wanted-uuid = a UUID
cli-wanted-object = an object {"{"}…{"}"}
cli-wanted-word = one of { $known }
cli-wanted-whole = a whole number
cli-wanted-copies = a number from 1 to 99
cli-wanted-offset = an offset like +03:00
cli-wanted-other = another value
cli-column-at = When
cli-column-who = Who
cli-column-what = What
cli-column-gist = Gist
cli-column-unit = Unit
cli-column-channel = Channel
cli-column-kind = Kind
cli-column-registered = Registered
cli-column-received = Received
cli-column-inner-due = Inner due date
cli-column-route = Route
cli-column-sender = Client's letter
cli-column-attachments = Enclosures
cli-column-covering = Covering letter
cli-column-earlier = Closed before
cli-column-resolution = Resolution
cli-column-reply-by = Answer
cli-column-closed = Closed
cli-column-field = Field
cli-column-value = Value
cli-column-code = Code
cli-column-title = Title
cli-column-sort = Sort
cli-column-external = Own register
cli-column-retired = Retired
cli-column-login = Login
cli-column-name = Name
cli-column-position = Position
cli-column-phone = Phone
cli-column-email = E-mail
cli-column-roles = Roles
cli-column-signing = May sign
cli-column-os-user = System user

# --- Shell: wrong usage ---
cli-usage-help = More: { $command } --help
cli-usage-no-value = The option { $arg } needs a value.
cli-usage-invalid-value = Option { $arg }: “{ $value }” does not fit. There are: { $known }.
cli-usage-bad-value = Option { $arg }: “{ $value }” does not fit; needed: { $wanted }
cli-usage-unknown-argument = There is no option { $arg } here.
cli-usage-unknown-command = There is no command “{ $name }”.
cli-usage-nearest = Perhaps { $nearest }?
cli-usage-missing = Missing: { $args }.
cli-usage-missing-command = The command is missing.
cli-usage-repeated = The option { $arg } stands twice.
cli-usage-conflict = The options { $arg } and { $prior } exclude each other.
cli-usage-too-many = Option { $arg }: the value “{ $value }” is one too many.
cli-usage-not-utf8 = The command has characters that are not UTF-8.
cli-usage-other = The command was not understood.

# --- Shell: help. cli-about-… is what a command does, cli-help-… an option, cli-value-… the name of a value ---
cli-help-usage = Usage:
cli-help-commands = Commands
cli-help-command = COMMAND
cli-help-arguments = Arguments
cli-help-options = Options
cli-help-options-short = OPTIONS
cli-help-common = Common options
cli-help-after = Without a command the desk opens.
    Exit codes: 0 done; 1 refused or not found, the reason is named; 2 wrong usage; 3 the register can't be opened.
    The usual register: { $register }
    Settings: { $config }

cli-about = Otklik: the register of consumers' appeals
cli-about-demo = Fill an empty register with made-up data
cli-about-setup = Create a register: an office, a unit, the first person
cli-about-office = The office's details
cli-about-office-show = Show the details
cli-about-office-change = Change the details; what is not named stays
cli-about-office-series = With what number a series begins this year
cli-about-unit = Units
cli-about-unit-add = Add a unit
cli-about-unit-change = Change the title or the sort
cli-about-unit-list = List the units
cli-about-unit-retire = Retire: it stays in history
cli-about-staff = Staff
cli-about-staff-add = Add a person
cli-about-staff-change = Change the details; what is not named stays, an empty value clears
cli-about-staff-list = List the staff
cli-about-staff-retire = Retire: they stay in history
cli-about-load = Load rules from a file
cli-about-load-norms = Norms of terms (norms.toml)
cli-about-load-calendar = A year of the production calendar
cli-about-load-topics = Topics (topics.toml)
cli-about-register = Register an appeal
cli-about-list = List appeals
cli-about-find = Find by a part of the number, a surname, an account, a telephone
cli-about-show = Show an appeal
cli-about-history = The history of an appeal
cli-about-due = Explain a term
cli-about-route = Hand on to the director, a unit or an executor
cli-about-reply = Write a reply, make it final, print it
cli-about-print = Print a paper of an appeal, or many letters in one run
cli-about-return = Return a final or unsent reply with a remark
cli-about-sign = Record the signature; gives the outgoing number
cli-about-sent = Record the sending; an answer closes the appeal
cli-about-extend = Extend the term after an interim reply was sent
cli-about-answered = Record an oral answer: in person and by phone
cli-about-close = Note a review; file a closed appeal away
cli-about-annul = Annul a record made by mistake
cli-about-withdraw = Record that the client withdrew the appeal
cli-about-reopen = Open a closed appeal again
cli-about-visit = Visits
cli-about-visit-start = Begin a visit
cli-about-visit-end = End a visit
cli-about-check = Check the register
cli-about-backup = Make a backup and check it
cli-about-restore = Restore the register from a backup

cli-help-db = The register's file
cli-help-config = The settings of this desk
cli-help-home = The folder where everything lies: register, settings, state
cli-help-ascii = Lines of the screen as - and |
cli-help-lang = Language
cli-help-as = Who acts
cli-help-help = Show help
cli-help-version = Show the version
cli-help-confirm = Answer yes to the question with this code; may be repeated
cli-help-format = In what form
cli-help-as-of = Reckon terms as on this day
cli-help-number = The appeal's number, or its end
cli-help-reason = Reason
cli-help-appeals = How many appeals; 1000 otherwise
cli-help-seed = Seed: the same gives the same data
cli-help-desk = Then open the desk; a register filled before is just opened
cli-help-office = The organisation's name, as in letters
cli-help-code = The office's code in numbers; made from the name otherwise
cli-help-unit = The unit: its code or title
cli-help-setup-unit = The title of the first unit
cli-help-unit-sort = Its sort
cli-help-person = Surname, given name, patronymic
cli-help-login = Login: the short name in the register
cli-help-setup-login = Login; made from the surname otherwise
cli-help-position = Position, as in letters
cli-help-phone = Telephone
cli-help-email = E-mail
cli-help-sign = Give the right to sign
cli-help-os-user = The user of the system who is this person
cli-help-name = Name
cli-help-address = Postal address
cli-help-letterhead = A line of the letterhead; may be repeated, replaces the ones before
cli-help-appeal-numbers = Pattern of registration numbers
cli-help-outgoing-numbers = Pattern of outgoing numbers
cli-help-utc-offset = Offset from UTC: “today” is reckoned by it
cli-help-default-person = Who acts where nobody is named
cli-help-series = Which series of numbers
cli-help-first = The first number here
cli-help-year = Year; this one otherwise
cli-help-unit-code = The unit's code
cli-help-title = The unit's title
cli-help-sort = The sort of unit
cli-help-external = Keeps a register of its own
cli-help-role = Roles, with commas; clerk and executor otherwise
cli-help-staff-change-role = Roles, with commas, in place of the ones before
cli-help-sign-from = May sign from this day
cli-help-sign-to = May sign until this day
cli-help-no-sign = Take the right to sign away
cli-help-staff-login = The person's login
cli-help-load-file = A TOML file; “-” is the input
cli-help-json = An appeal or a list of them in JSON; “-” is the input. The answer is JSON too
cli-help-channel = How it came in; letter is the same as letter_post
cli-help-kind = What the client wants
cli-help-topic = The topic's code
cli-help-received = The day it came in; today otherwise
cli-help-late-reason = Why it is registered late
cli-help-intake = Where it came in; the unit of whoever acts otherwise
cli-help-surname = The client's surname
cli-help-given = Given name
cli-help-patronymic = Patronymic
cli-help-organisation = Organisation
cli-help-inn = Tax number (INN)
cli-help-contact-person = Whom to ask for at the organisation
cli-help-anonymous = Anonymous
cli-help-account = Personal account
cli-help-contract = Number of the contract
cli-help-representative = Representative
cli-help-proxy-number = Number of the proxy
cli-help-proxy-date = Date of the proxy
cli-help-signers = Collective: how many signed
cli-help-answer-to = To whom of them the answer goes
cli-help-covering-body = Who forwarded it (covering letter)
cli-help-covering-number = Number of the covering letter
cli-help-covering-date = Its date
cli-help-covering-due = By which day they want the answer
cli-help-gist = One line; otherwise the beginning of the text, less its greeting
cli-help-text = The whole text
cli-help-text-file = A file with the whole text; “-” is the input
cli-help-sheets = Sheets
cli-help-attachments = Attachments
cli-help-reply-by = How the client wants the answer
cli-help-sender-number = The sender's own number
cli-help-sender-date = The date on the sender's letter
cli-help-answered-on-spot = Gist of an answer given on the spot: closes the appeal
cli-help-visit = The visit it belongs to
cli-help-request-id = UUID of the sending: a second one gives the same number
cli-help-queue = Which list; all open ones otherwise
cli-help-executor = The executor's login
cli-help-limit = No more lines than this
cli-help-words = What to look for
cli-help-on = Date; today otherwise
cli-help-due-kind = Kind; a complaint otherwise
cli-help-due-on = Day of registration; today otherwise
cli-help-to = To whom: director, a unit's code or a login
cli-help-resolution = Resolution; needed for an executor
cli-help-due = Inner due date, not later than the appeal's
cli-help-override = Why it goes off the route
cli-help-reply-kind = Reply, interim reply or notice
cli-help-sign-kind = Which letter, where both wait
cli-help-sent-kind = Which letter, where both wait
cli-help-return-kind = Which letter, where both wait
cli-help-template = Template; without one the text is the whole letter
cli-help-reply-text = A file with the answer itself; “-” is the input
cli-help-signatory = Who will sign
cli-help-days = By how many days
cli-help-heading = Heading of the letter
cli-help-addressee = To whom and where, in lines
cli-help-draft = A draft only (the same as without)
cli-help-final = Make it final
cli-help-out = Write the letter to a .pdf or .txt file, a signed one to .eml as well
cli-help-print = Print; without a name on the last one used, that of the settings or the system
cli-help-print-print = On which printer; without a name and without --out on the last one used, that of the settings, or the system's
cli-help-print-out = Write: one paper to a .pdf or .txt file, many letters into a folder
cli-help-print-paper = Which paper: reply, reply-2…, receipt, card, slip, envelope-dl, envelope-c5, label; without it the likeliest
cli-help-print-signed-on = Every reply signed on this day
cli-help-print-awaiting-signature = Every final reply that waits for a signature
cli-help-print-not-printed = Every letter of the list “Not printed”
cli-help-print-let-go = Print nothing: take this appeal's letters off the list “Not printed”; may be repeated
cli-help-print-copies = How many copies, 1 to 99
cli-help-print-charset = Print as text in this code page
cli-help-replace = Put it in the place of your own file; the old one stays beside it, its name ending in .bak
cli-help-remark = Remark
cli-help-way = How it was signed
cli-help-sent-channel = How it was sent; as the client wants it otherwise
cli-help-sent-on = The day it was sent, for a letter handed to the post; today otherwise
cli-help-answered-gist = Gist of the answer; the client agrees to be answered orally
cli-help-visit-id = The visit, where several are going on
cli-help-deep = Also compare the lists and the numbers
cli-help-backup-dir = Folder for the backup; backups beside the register otherwise
cli-help-backup-file = The backup

cli-value-series = SERIES
cli-value-year = YEAR
cli-value-file = FILE
cli-value-dir = DIR
cli-value-lang = LANG
cli-value-login = LOGIN
cli-value-code = CODE
cli-value-name = NAME
cli-value-sort = SORT
cli-value-full-name = NAME
cli-value-text = TEXT
cli-value-phone = PHONE
cli-value-email = EMAIL
cli-value-user = USER
cli-value-format = FORMAT
cli-value-line = LINE
cli-value-pattern = PATTERN
cli-value-offset = OFFSET
cli-value-unit = UNIT
cli-value-role = ROLE
cli-value-date = DATE
cli-value-channel = CHANNEL
cli-value-kind = KIND
cli-value-topic = TOPIC
cli-value-digits = DIGITS
cli-value-account = ACCOUNT
cli-value-n = N
cli-value-reply-by = WAY
cli-value-uuid = UUID
cli-value-queue = QUEUE
cli-value-words = WORDS
cli-value-number = NUMBER
cli-value-recipient = TO
cli-value-reason = REASON
cli-value-reply-kind = LETTER
cli-value-template = TEMPLATE
cli-value-printer = PRINTER
cli-value-paper = PAPER
cli-value-path = PATH
cli-value-charset = CHARSET
cli-value-way = WAY

## The whole Standard

outcome-not-considered = left without action
outcome-notice-sent = a notice was sent
outcome-forwarded = forwarded
ground-abusive = obscene or insulting words, threats
ground-unreadable = unreadable text
ground-repeat = repeat: answered before, nothing new
ground-trade-secret = a trade secret
ground-no-contacts = no contact details
notice-of-earlier-reply = notice of an earlier reply
notice-of-trade-secret = notice of a trade secret
notice-of-forwarding = notice of forwarding
duty-signatory = signatory
outgoing-at-sign = when signed
outgoing-at-final = when final
outgoing-typed = typed by the chancery
measure-reply = reply
measure-call-back = call back
measure-waiting = waiting
measure-service = service at the window
measure-dispatch = sending a signed letter
field-book = Feedback book
field-book-entry = Entry in the book
field-topic = Topic
field-recipient = To which organisation
field-request = What is asked
field-earlier-number = Earlier reply’s number
field-earlier-date = Earlier reply’s date
field-outgoing-number = Outgoing number
field-paper-number = Number in the paper journal
field-correction = What to correct
correct-intake = Unit of intake
correct-questions = Questions
correct-documents = Documents brought
correct-inn = INN
correct-contact-person = Contact person
correct-contract = Contract
correct-proxy-number = Proxy number
correct-proxy-date = Proxy date
correct-answer-to = Answer to
correct-covering-number = Covering letter No.
correct-covering-date = Covering letter of
correct-covering-due = Authority's due date
correct-power-address = Device address
correct-power-time = Time of the trouble
correct-power-contract = Supply contract
due-hours = { $n ->
    [one] { $n } hour
   *[other] { $n } hours
}
due-minutes = { $n ->
    [one] { $n } minute
   *[other] { $n } minutes
}
event-what-notice = notice
event-notice-drafted = draft: { $notice }
event-handed-back = handed back: { $reason }
event-ground-proposed = proposed to take no action: { $ground } ({ $note })
event-ground-decided = decided to take no action: { $ground } ({ $note })
event-ground-decided-earlier = decided to take no action: { $ground } ({ $note }); earlier reply No. { $number } of { $on }
event-ground-lifted = ground or forwarding taken back: { $reason }
event-ground-lifted-due = considered again, due { $due }: { $reason }
event-forwarded = to be forwarded to { $to }: { $reason }
event-requested = request to { $to }, No. { $number }
event-requested-by = , answer by { $day }
event-request-answered = request { $place } answered on { $on }: { $gist }
event-called = the client was rung back
event-called-gist = the client was rung back: { $gist }
event-not-reached = the client was rung and not reached
event-corrected = corrected: { $changes } ({ $reason })
event-corrected-field = { $field }: { $old } → { $new }
event-corrected-nothing = —
event-recounted = the calendar changed: due { $due }
event-result = answered by the unit, No. { $number } of { $on }: { $gist }
fact-handed-back = handed back
fact-ground-proposed = ground proposed
fact-ground-decided = ground decided
fact-ground-lifted = ground taken back
fact-forwarded = to be forwarded
fact-requested = request sent
fact-request-answered = request answered
fact-corrected = corrected
fact-recounted = term recounted
fact-result = answered by the unit
refusal-back-dated = It will be registered as of { $on }, from the paper journal. If that is right, confirm.
refusal-due-moves = The correction moves the due date: { $from } → { $to }. If that is right, confirm.
refusal-due-moved-line = No. { $number }: { $from } → { $to }
refusal-due-dates-move = { $count ->
    [one] The calendar moves the due date of { $count } open appeal: { $list }. If that is right, confirm.
   *[other] The calendar moves the due dates of { $count } open appeals: { $list }. If that is right, confirm.
}
refusal-no-screening = Grounds for no action are for written appeals, and this is “{ $channel }”. Answer it, or withdraw it at the client's will.
refusal-has-contacts = The client left contacts: answer the appeal, or name another ground.
refusal-no-contacts-first = There is nowhere to send a notice: name the ground “no contact details”.
refusal-earlier-unanswered = No reply to No. { $number } left before this appeal was registered. Name an appeal with a sent reply, or a paper reply by its number and date.
refusal-not-earlier = No. { $number } did not come before this appeal. Cite an earlier one.
refusal-ground-stands = “{ $ground }” stands already. Ask a head to decide it, or take it back.
refusal-no-ground = There is no ground or forwarding to take back. Reopen a closed appeal instead.
refusal-needs-contacts = Give the contacts that became known: an address, an e-mail or a telephone.
refusal-notice-due = Owed to the client: { $notice }. Prepare it, or take the ground or the forwarding back.
refusal-answer-due = No ground and no forwarding stands, so the client is owed an answer. Name a ground first, or answer.
refusal-no-citation = The notice must cite the earlier reply: No. { $number } of { $on }. Add it to the text.
refusal-questions-left = Questions not answered yet: { $places }. Answer each, and mark it as answered.
refusal-no-question = There is no question { $place } in the appeal. Look at the card for their numbers.
refusal-nothing-to-hand-back = Nobody holds the appeal yet: hand it on instead.
refusal-not-the-holder = This is for the appeal's executors or for: { $roles }. Ask them, or have the appeal assigned to you.
refusal-bad-co-executor = { $person } can't be a co-executor here: name a responsible executor, and another person to help.
refusal-no-request = There is no such request, or it was answered. Look at the card for the open ones.
refusal-no-call-back = The client does not wait for a call. Record an oral answer, or a reply sent by phone.
refusal-call-back-only = Calling back is for visits and calls, and this is “{ $channel }”. Choose the answer “by phone” instead.
refusal-unknown-book = There is no feedback book “{ $number }” in this hall. Open it first: “Feedback books” (F9), or otklik book open.
refusal-entry-taken = This entry is registered already: No. { $number }. Check the entry's number.
refusal-book-channel = A book entry comes by the feedback book, and this is “{ $channel }”. Choose the channel “feedback book”.
refusal-unknown-document = There is no document “{ $code }” in the topics' file. Choose one from the list.
refusal-deputy-taken = { $by } deputises for { $of } on some of these days. Choose other days, or end that term first.
refusal-norm-unit = The norm “{ $norm }”: its “unit” does not suit its “measures”. Replies and dispatch count in days, the rest in hours or minutes. Mend the file.
refusal-type-number = The chancery gives outgoing numbers here: type the number.
refusal-series-meets = The next outgoing number, { $number }, was typed on another letter before. Let a head set where the numbers go on: otklik office series outgoing --first N; or, where the series has begun, write them in another way: otklik office change --outgoing-numbers.
refusal-appeal-number-taken = Registration No. { $number } is another appeal's already. Ask an administrator to change how numbers are written: otklik office change --appeal-numbers.
refusal-number-is-given = Outgoing numbers are given by the program here: leave the number out, or change the office's setting.
refusal-bad-value = “{ $value }” can't be “{ $field }”. Mend the value.
refusal-bad-email = “{ $typed }” is no e-mail address: a name, the sign @ and a domain with a dot, as in anna@example.ru. Mend it or leave it out.
refusal-bad-phone = “{ $typed }” is no telephone: 5–15 figures, a comma between several. Mend it or leave it out.
refusal-nothing-changed = The correction changes nothing. Give at least one new value.
refusal-not-external = A result is recorded when the appeal was handed to a unit with a register of its own. Hand it to such a unit, or prepare a reply here.
refusal-consultation-annulled = This consultation was taken back already. Record a new one if there was one.
trouble-no-consultation = There is no such consultation. Look them up: otklik consult list.
confirm-back-dated = Register as of that date
confirm-due-moves = Move the due date
command-hand-back = Hand back
command-hand-back-help = Gives the appeal back to whoever it came from, with the reason.
command-screen = Ground for no action
command-screen-help = Names a ground: anyone proposes it, a head decides (R7, R8).
command-lift = Take a ground back
command-lift-help = Takes a ground or a forwarding back; for “no contacts” it asks for them.
command-forward = Forward
command-forward-help = Another organisation's matter: the client is owed a notice.
command-request = Request
command-request-help = A request to a unit or an organisation with its own dates; the appeal's term runs on.
command-request-answer = Request answered
command-request-answer-help = Records what came in answer to a request, and when.
command-call = Ring back
command-call-help = Records a call to a client who waits for it.
command-correct = Correct
command-correct-help = Corrects fields: old and new value, who and why stand in the history.
command-result = Unit's result
command-result-help = Records the answer of a unit with a register of its own; closes the appeal.
command-client-history = Client's appeals
command-client-history-help = Shows every appeal of this client.
command-consult = Consultation
command-consult-help = Counts a consultation: topic, channel, minutes; no client needed (R23).
command-consultations = Consultations today
command-consultations-help = Shows today's consultations; a slip can be taken back (F8).
command-books = Feedback books
command-books-help = Feedback books by hall: open, close (R30).
command-print-many = Print in one run
command-print-many-help = All replies signed today, all that await a signature, or all not printed.
command-unprinted = Not printed
command-unprinted-help = Letters of this desk that a printer did not take.
command-load = Load rules
command-load-help = Loads norms of terms, a year of the calendar, topics or letter templates from a file.

## The shell

cli-no-contacts = № { $number }: no address, e-mail or phone, so there is nowhere to answer. Find the contacts, or name the ground “{ $ground }”: otklik screen { $number } --ground no_contacts.
cli-several-requests = Several requests wait for an answer. Name one after the appeal's number: { $places }.
cli-wanted-texts = a list of texts ["…", …]
cli-wanted-counts = a list of whole numbers [1, 2]
cli-wanted-change = FIELD=VALUE. Fields: { $fields }
cli-wanted-places = places of questions with commas between (1,2), or all
cli-late = sending is late
cli-column-id = Id
cli-column-minutes = Minutes
cli-column-opened = Begun
cli-column-account = Account
cli-column-address = Address
cli-column-newest = Newest appeal
cli-column-deputises = Deputises for
cli-column-send-by = Send by
cli-column-request-due = Request due
cli-column-call-back = Call back
cli-column-ground = Ground for no action
cli-column-forwarding = Forwarded to
cli-column-helpers = Co-executors
cli-column-requests = Requests
cli-column-paper = Paper journal
cli-column-contacts = Contacts
cli-column-missing = Missing
cli-column-annulled-numbers = Annulled outgoing numbers
cli-contacts-from-card = taken from an earlier appeal
cli-book-entry = No. { $number }, entry { $entry }
cli-ground-proposed = proposed, the head decides
cli-ground-decided = decided
cli-ground-earlier = earlier reply No. { $number } of { $on }
cli-call-done = reached { $at }
cli-call-due = by { $at }
cli-call-waits = waits for a call
cli-call-tries = { $tries ->
    [one] not reached { $tries } time
   *[other] not reached { $tries } times
}
cli-request-answered = answered { $on }: { $gist }
cli-request-expected = expected by { $day }
cli-request-waits = waits for an answer
cli-question-open = no answer yet
cli-question-answered = answered
cli-visit-time = Time ({ $measure }): { $time }.
cli-visit-kept = Norm kept ({ $measure }): { $time }, the norm is { $limit }.
cli-visit-broken = Norm broken ({ $measure }): { $time }, the norm is { $limit }.
cli-done-consultation = Consultation { $id } counted: { $topic } · { $channel }.
cli-done-consultation-annulled = Consultation { $id } taken back.
cli-done-book-opened = Feedback book No. { $number } is begun.
cli-done-book-closed = Feedback book No. { $number } is closed; its entries stay.
cli-book-open = open
cli-book-closed = closed
cli-book-missing = no open book
cli-due-strictest = The strictest norm holds, “{ $norm }”: { $day } comes before { $next }.
cli-due-same-day = The norms give one day, { $day }. “{ $norm }” holds: it may be extended further, or stands first in the file.
cli-due-provisional = The date is provisional: no production calendar for { $years }, so Saturdays and Sundays are taken as off. Load the year: otklik load calendar FILE.
cli-due-no-calendar = No production calendar for { $years }; this date does not depend on it. To load the year: otklik load calendar FILE.
cli-due-clock = Norm by the clock ({ $measure }): { $time } ({ $norm }).

cli-about-client = Clients: who came before
cli-about-client-find = Find a client by surname, telephone or account
cli-about-client-history = Every appeal of this client's
cli-about-hand-back = Give back to whoever it came from
cli-about-screen = Name a ground for no action; a head decides
cli-about-lift = Take back a ground or a forwarding
cli-about-forward = Forward: another organisation's matter
cli-about-request = Ask a unit or an outside organisation
cli-about-request-answered = Record what a request brought
cli-about-called = Record a call to a client who waits for one
cli-about-correct = Correct fields of an appeal
cli-about-result = Record the answer of a unit with a register of its own
cli-about-consult = Count a consultation; it has no number and no term
cli-about-consult-list = Consultations of some days; today's without dates
cli-about-consult-annul = Take back a consultation counted by mistake
cli-about-book = Feedback books
cli-about-book-open = Begin a book in a hall
cli-about-book-close = Close a book; its entries stay
cli-about-book-list = The books, and the halls without an open one

cli-help-ground = The ground
cli-help-note = Why; the ground's own words without it
cli-help-earlier = The earlier appeal with its sent reply (for repeat)
cli-help-screen-paper-number = Outgoing number of an earlier reply on paper
cli-help-paper-date = Its date
cli-help-known-on = The day the contacts became known; today without it
cli-help-forward-to = To which organisation
cli-help-request-to = Whom to ask: a unit (unit:…) or an organisation (org:…)
cli-help-request-text = What is asked
cli-help-expected = The day by which the answer is expected
cli-help-outgoing = Outgoing number, where the chancery gives it
cli-help-place = The request's place; not needed where one is open
cli-help-request-answered-gist = The gist of what came
cli-help-called-gist = What was said
cli-help-not-reached = The client was not reached
cli-help-changes = FIELD=VALUE, the field as in the JSON of register; an empty value empties it
cli-help-result-outgoing = Number of the unit's answer
cli-help-result-gist = The gist of the answer
cli-help-consult-channel = How it was asked; the visit that goes on without it, else the telephone
cli-help-minutes = How many minutes it took
cli-help-client = Who asked; not required
cli-help-consult-list-from = From this day
cli-help-consult-list-to = To this day
cli-help-consultation = The consultation's id, from the list
cli-help-book-number = The book's number
cli-help-book-open-sheets = Sheets laced and numbered
cli-help-book-open-on = The day the book was begun; today without it
cli-help-outgoing-at = When a letter gets its outgoing number
cli-help-no-external = Keeps no register of its own
cli-help-deputy-for = In whose place; with --duty and --to
cli-help-duty = As what
cli-help-deputy-from = From this day; today without it
cli-help-deputy-to = To this day
cli-help-no-deputy = End all deputising
cli-help-with = Co-executors, with commas between
cli-help-answers = Which questions it answers: 1,2 or all; all without it
cli-help-waited = Minutes the client waited
cli-help-book = Number of the feedback book
cli-help-book-entry = Number of the entry in it
cli-help-question = A question of the appeal; may be repeated
cli-help-document = Codes of the documents brought, with commas; may be repeated
cli-help-power-address = Quality of electricity: the device's address
cli-help-power-time = Quality of electricity: when
cli-help-power-contract = Quality of electricity: the contract
cli-help-paper-number = Number in the paper journal; a head moves it over
cli-help-paper-on = Day of registration in the paper journal
cli-help-call-back = The client is to be rung back
cli-help-client-of = The client is the one of this appeal

cli-value-ground = GROUND
cli-value-place = REQUEST
cli-value-change = FIELD=VALUE
cli-value-asked = WHOM
cli-value-book = BOOK
cli-value-outgoing-at = WHEN
cli-value-duty = DUTY
cli-value-places = PLACES
cli-value-document = DOCUMENT

## The form of a new appeal

form-email = E-mail
form-virtual = Virtual reception
form-book-entry-title = Feedback book entry
form-consultation = Consultation
form-book = Feedback book
form-book-note = the open books of this hall
form-book-since = since { $day }
form-book-entry = Entry number
form-book-entry-note = the number of the entry in the book, as 14
form-book-received-note = the date under the entry
form-no-book-here = this hall has no open book
form-no-book = This hall has no open book: begin one (F9, Feedback books)
form-surname-note = surname; an organisation has its own field; F4: who came before
form-account-note = F4: who came before with this account
form-inn = Tax number
form-inn-note = 10 or 12 digits
form-contract = Contract number
form-anonymous-note = space where the client gave no name
form-client-line = { $name } · { $state } · { $place }
form-client-one = F4: { $name }, No. { $number }: { $state }
form-client-many = At least { $count } earlier clients: type on, or F4 to choose
form-client-nobody = No earlier client answers to this
form-from-card = as before
form-client-several = { $count ->
    [one] { $count } earlier client found. F4 to choose
   *[other] { $count } earlier clients found. F4 to choose
}
form-client-has-open = { $count ->
    [one] Open already: No. { $number }, due { $due }: “{ $gist }”
   *[other] { $count } are open, the newest No. { $number }, due { $due }: “{ $gist }”
}
form-client-came = { $count ->
    [one] Came once: No. { $number } of { $day }, { $state }
   *[other] Came { $count } times, last No. { $number } of { $day }: { $state }
}
form-client-open = open, due { $due }
form-clients-question = Who came before
form-clients-none = No earlier appeals found. F4 looks by surname, telephone, account.
form-clients-help = Clients of earlier appeals: the name and how the last one stands. Enter fills the empty fields; what was typed stays.
form-topic-recent = lately
form-topic-last = = as last time: { $topic }
form-documents = Brought
form-documents-note = space: the document is here; arrows walk the list, Tab goes on
form-documents-missing = missing: { $list }
form-documents-all = all documents are here
form-power = Quality of electricity
form-power-address = Device address
form-power-address-note = where the device that takes the electricity stands
form-power-time = When it failed
form-power-time-note = day and hour in words: 20.11, 18 to 21 o'clock
form-answers = Questions answered
form-answers-note = space: this one was answered; all must be before it closes
form-call-back = Call back
form-call-back-note = space: a call was promised; it joins the queue of calls
form-rare = If needed
form-unfolds = space opens the fields below
form-by-representative = A representative acts
form-representative = Representative
form-proxy-number = Proxy number
form-proxy-date = Proxy date
form-several-signed = Collective
form-signers = How many signed
form-answer-to = Answer to
form-answer-to-note = whom the signers named; empty: the client
form-forwarded-by = Sent on by authority
form-covering-body = Which authority
form-covering-number = Its letter's number
form-covering-date = Its letter's date
form-covering-due = It expects by
form-several-questions = Several questions
form-questions = Questions
form-questions-note = one a line; it closes when each is answered
form-from-paper = From paper journal
form-from-paper-note = space: it was registered on paper before; the date is confirmed
form-paper-number = Journal number
form-paper-on = Journal date
form-due = Answer by { $due } · { $count }
form-due-provisional = Answer by { $due }, provisional · { $count } · the year's calendar is not loaded
form-due-authority = Answer by { $inner }: the authority asks for it; the norm says { $due }
form-no-contacts-oral = No contacts: it can only be answered here and now
consult-question = Consultation ({ $channel }): Enter counts it, Tab for more
consult-help = Type the first letters of the topic, Enter counts it. The topics you used last come first. Tab asks for minutes, client, channel. For example: K, "recal", Enter (R23).
consult-minutes = Minutes
consult-channel = Channel
consult-client-note = where they said it; not demanded
consult-button = Count the consultation
done-consulted = Consultation counted: { $topic }. Take it back: F9, Consultations.
consultations-title = Consultations today: { $count }
consultations-none = No consultations today yet. K counts one.
consultations-at = Time
consultations-minutes = Min.
consultations-help = Today's consultations, the newest first (R23). F8 takes one back, K counts another, Esc goes back.
consult-annul = Take back the consultation "{ $name }"?
done-consult-annulled = Consultation "{ $name }" taken back.
visit-waited = Waited, minutes
visit-waited-note = how long the client waited; empty where unknown
visit-button = Begin the visit
visit-held-appeals = { $count ->
    [one] { $count } appeal,
   *[other] { $count } appeals,
}
visit-held-consultations = { $count ->
    [one] { $count } consultation.
   *[other] { $count } consultations.
}
visit-waiting-kept = Waiting { $took } min: within the norm ({ $limit }).
visit-waiting-broken = Waiting { $took } min: over the norm ({ $limit }).
visit-service-kept = Service: within the norm ({ $limit } min).
visit-service-broken = Service: over the norm ({ $limit } min).
history-title = Appeals: { $name }, { $count }
history-registered = Taken in
history-help = All appeals of this client, the newest first. Enter opens the card, Esc goes back.

## Steps of an appeal

button-screen = Name the ground
button-lift-forwarding = Take the forwarding back
button-request = Record the request
button-request-answer = Record the answer to a request
button-call = Record the call
button-result = Record the result
step-outgoing-note = The chancery gives outgoing numbers here: copy it from the letter
step-answers = Which questions
step-answers-note = Those without an answer are ticked; F4 lists them, Space ticks
step-goes-back = It goes back: { $holder }
step-ground = Ground
step-ground-why = Which words, what can't be read, what was answered before
step-earlier-heading = Only for a repeat: the earlier answer
step-earlier = Earlier appeal
step-earlier-note = This client's answered appeals: F4
step-earlier-number-note = An appeal's number in this register, whole or its serial: 412
step-paper-note = For an answer on paper: the letter's number and date; the head vouches for it
step-decides-closes = You decide: closed without an answer.
step-decides-notice = You decide: the client is owed a notice.
step-proposes-closes = You propose: closed without an answer.
step-proposes-notice = You propose: the client is owed a notice.
step-contacts-heading = Contacts that became known
step-known-note = The day the contacts became known: the new term counts from it
step-lift-reopens = The appeal opens again, with a new term.
note-recipient = The grid company, another supplier, an authority …
step-forward-notice = The client is owed a notice; until it is sent the clock runs.
step-ask-unit = Unit
step-ask-organisation = or organisation
step-ask-note = Whom it asks: a unit of the list or an outside organisation
step-ask-nobody = Name a unit or an organisation.
step-ask-both = A request asks one: take away the unit or the organisation.
step-expected = Expected by
step-expected-note = The appeal's own due date does not move for it
step-which-request = Request
step-reached = Reached
step-reached-note = Space turns it; a call that reached nobody is recorded too
step-call-gist = What was said
step-call-no-phone = The client’s phone is not known
step-result-number = The unit's outgoing no.
correct-question = What to correct (Space ticks several)
correct-begun = A correction was begun
correct-begun-help = The first line opens the correction as it was left; the second the list of fields: the reason and what was typed in the same fields stay.
correct-go-on = Go on with the draft: { $fields } ({ $age })
correct-anew = Choose the fields anew
correct-help = Type the beginning of a field's name or value. Enter corrects that field; Space ticks several, then Enter opens them together.
correct-reason-note = The old and new value, the reason and your name stay in the history
correct-questions-note = Each question on a line of its own
route-helpers = Co-executors
route-helpers-note = They help the responsible executor; F4 lists people, Space ticks several
step-help-hand-back = The executor gives it back to the head, the head to the director or the chancery. Everybody sees the reason.
step-help-screen = Abusive, unreadable and without contacts: closed without an answer; a repeat and a trade secret ask for a notice to the client (R7, R8). Anyone may propose, a head or the director decides.
step-help-lift = A ground or a forwarding can be taken back until its notice is sent. For “no contacts” give the contacts: the new term counts from the day they became known (R8).
step-help-forward = Not our matter: name the organisation and why. The notice sent to the client closes the appeal.
step-help-request = A request to a unit or an organisation (R15). It gets an outgoing number; the appeal's clock does not stop.
step-help-request-answer = When and what was answered to a request. The client's answer is then prepared as usual (R15).
step-help-call = A call to a client who waits for it. It closes nothing: the answer is recorded as an oral one (A).
step-help-correct = Another channel, kind, topic or day of coming in counts the term anew: you will be asked. The old value stays in the history (R2).
step-help-result = A unit with a register of its own answered the client itself: its outgoing number, date and gist. The appeal is closed (R4).
done-handed-back = No. { $number } handed back: { $holder }.
done-ground-proposed = No. { $number }: the ground is proposed, the head decides.
done-ground-closed = No. { $number }: left without action, the appeal is closed.
done-ground-notice = No. { $number }: decided. The notice to the client: R.
done-lifted = No. { $number }: taken back, the client is owed an answer.
done-forwarded = No. { $number }: forwarded ({ $to }). The notice to the client: R.
done-requested = No. { $number }: request recorded, outgoing no. { $outgoing }.
done-request-answered = { $left ->
    [one] No. { $number }: the answer is recorded, { $left } request is still open.
   *[other] No. { $number }: the answer is recorded, { $left } requests are still open.
}
done-request-answered-last = No. { $number }: the answer is recorded, no request is open.
done-not-reached = { $tries ->
    [one] No. { $number }: not reached, { $tries } try.
   *[other] No. { $number }: not reached, { $tries } tries.
}
done-called = No. { $number }: call recorded. An oral answer: A.
done-corrected = No. { $number }: corrected.
done-corrected-due = No. { $number }: corrected, now due { $due }.
done-result = No. { $number }: the unit's answer is recorded, the appeal is closed.
unit-marked-external = { $unit } (own register)
tab-screening = Grounds
tab-call-back = Call back
tab-unsigned = To sign
queue-unsigned = To be signed
waits-signature = to be signed by { $signatory }
cli-column-unsigned = Signs
tab-requests = Requests
home-queues-help =
    While something waits there, more lists are on top: proposed grounds, calls, requests without an answer.
    “Due” and “Days” are by the norm. “Inner” is an earlier inner date: the list is in its order, but past it nothing is overdue.
    In “To send” the day is the one by which a signed letter must leave; “!” is late.
card-questions = Questions
card-requests = Requests
card-notice-owed = The client is owed: { $notice }
card-ground-proposed = Proposed: { $ground } ({ $by }, { $on })
card-ground-decided = Decided: { $ground } ({ $by }, { $on })
card-earlier-appeal = earlier reply no. { $number } of { $on } to appeal no. { $appeal }
card-earlier-paper = earlier reply no. { $number } of { $on }, on paper
card-forwarding = Forwarded: { $to } ({ $by }, { $on })
card-called-back = Rung back { $at }
card-call-not-made = The client waited for a call; closed without one
card-call-by = The client waits for a call by { $at }
card-call-waits = The client waits for a call
card-call-phone = { " " }· phone { $phone }
card-call-tries = { $tries ->
    [one] { " " }· not reached { $at }
   *[other] { " " }· not reached { $tries } times, last { $at }
}
card-helpers = Co-executors: { $names }
card-round = Earlier consideration: due { $due }, closed { $on }: { $outcome }
card-request = { $place }. { $to }, no. { $number } of { $on }
card-request-expected = , expected by { $day }
card-request-answer = Answer { $on }: { $gist }
card-question = { $place }. { $text }
card-question-waits = { $place }. { $text }: not answered
card-documents = Brought: { $list }
card-documents-missing = Missing: { $list }
card-book = Feedback book no. { $number }, entry { $entry }
card-paper = Paper journal: no. { $number } of { $on }
card-reply-answers = Answers questions: { $places }
card-annulled-numbers = Annulled outgoing numbers: { $numbers }
card-others = Also on this card now: { $who }
card-contacts-from-before = The contacts are of an earlier appeal
step-earlier-only = Earlier appeal no.
card-given-back = Handed back ({ $by })

## Journals

journal-day = Register of the day
journal-written = Journal of written appeals
journal-reception = Journal of personal reception
journal-calls = Journal of telephone appeals
journal-book = Journal of feedback-book entries
journal-outgoing = Journal of outgoing letters
journal-post = Register of items sent by post
journal-on = of { $on }
journal-between = from { $from } to { $to }
journal-begun = Volume { $volume }.  Begun: { $from }.  Ended: { $to }.  On ________ sheets.
journal-unit = Unit: { $unit }
journal-every-unit = All units
journal-goes-on = Goes on in volume { $volume }.
journal-nothing = No entries.
journal-part-appeals = Appeals registered
journal-part-letters = Outgoing numbers given
journal-total = Appeals in all
journal-total-letters = Letters in all
journal-total-annulled = Annulled among them
journal-total-consultations = Consultations given (not registered)
journal-kind-unknown = Kind not named
journal-made = Made
journal-made-by = Journal made by
journal-post-handed = Handed over
journal-post-taken = Taken by the post's clerk
journal-witness = The register's control code
journal-witness-of = Witnesses
journal-witness-covers = records 1 to { $last }; the last was made on { $written }
journal-witness-note = The code attests that no record was changed or taken out. To check it: otklik check --anchor { $code } --on { $on }. The sheet is signed and filed on the day it is made.
journal-account = Acc. { $account }
journal-book-entry = book { $book }, entry { $entry }
journal-request = Request: { $text }
journal-not-sent = not sent
journal-number-annulled = ANNULLED: the letter was not signed
journal-called = rung back { $at }
journal-call-by = ring back by { $by }
journal-call-waits = waits for a call
journal-open = under consideration
journal-extended = extended
journal-reply = outgoing No. { $number } of { $on }
journal-annulled = ANNULLED { $on }: { $reason }
journal-column-number = No.
journal-column-number-date = Number and date of registration
journal-column-time = Time
journal-column-moment = Date and time
journal-column-channel = Channel
journal-column-client = Client
journal-column-client-address = Client, address
journal-column-kind = Kind, topic
journal-column-gist = Gist
journal-column-due = Due
journal-column-intake = Taken in at
journal-column-by = Taken in by
journal-column-mark = Mark
journal-column-received = Received, channel
journal-column-theirs = Sender’s, authority’s number and date
journal-column-sheets = Sheets, encl.
journal-column-resolution = Resolution, by whom and when
journal-column-executor = Executor
journal-column-result = Result
journal-column-received-by = Received by
journal-column-decision = Decision, result
journal-column-phone = Telephone
journal-column-call = Call back
journal-column-place = #
journal-column-to = To whom
journal-column-to-address = To whom, where
journal-column-address = Address
journal-column-outgoing = Outgoing No. and date
journal-column-item = Kind of item
journal-column-tracking = Tracking number
journal-column-note = Note
journal-column-about = About
journal-column-answers = To No. and date
journal-column-signatory = Signed by
journal-column-sent = How and when sent
letter-purpose-answer = Reply
letter-purpose-interim = Interim reply
letter-purpose-notice = Notice
queue-list-title = Appeals “{ $name }” on { $on }
queue-list-title-narrowed = List of appeals “{ $name }”, narrowed, at { $on }
queue-list-narrowed = Not all, only: { $narrowed }.
queue-list-order = Order: { $order }.
post-kind-simple = Simple
post-kind-registered = Registered
post-kind-with-receipt = Registered with receipt
posting-numbered = { $kind }, tracking No. { $number }
event-what-request = request { $place }
event-tracked = { $what }: at the post: { $posting }
fact-tracked = a tracking number was written down
event-taken-back-held = step taken back, again: { $to } ({ $reason })
event-taken-back-draft = { $what }: step taken back, a draft again ({ $reason })
event-taken-back-text = { $what }: step taken back, the text as it was ({ $reason })
event-taken-back-forwarding = step taken back, forwarded again: { $to } ({ $reason })
event-taken-back-ground = step taken back, the ground again: { $ground } ({ $reason })
event-taken-back-course = ground or forwarding taken back ({ $reason })
event-taken-back-fields = correction taken back: { $changes } ({ $reason })
fact-taken-back = step taken back
refusal-not-by-post = This letter did not go by post, so the post has no number for it. Record that it was sent by post, then the number.
refusal-bad-tracking = “{ $typed }” is no number of the post. Type the 14 digits of the receipt, or one like RA123456785RU.
refusal-tracking-check = One of the digits of { $typed } is wrong: its check digit does not agree. Compare it with the receipt and type it again.
refusal-tracked = This letter has the number { $number } already: it would be replaced or go. Compare the receipt, and confirm if that number is wrong.
confirm-tracking-replaced = Take it off
refusal-tracking-taken = The number { $number } stands on letter No. { $letter } already. Look at the receipt; if the mistake is there, correct that letter first.
queue-new = New
queue-all = All appeals
queue-list-days = Days left
queue-list-state = State
queue-list-unit = Unit
queue-list-inner = { $due } (inner { $inner })
queue-list-send = send by { $by }
queue-list-call = waits for a call: { $at }
queue-list-request = request answered by { $by }
queue-list-ground = ground proposed: { $ground }
journal-volume = Volume { $volume }
journal-volume-file = volume
cli-several-letters = Several letters of this appeal went by post: { $numbers }. Name the outgoing number: --outgoing NUMBER.
cli-days-turned = The last day is before the first. Change --from and --to about.
cli-one-day = The register of the day is of one day. Name it: --on DATE.
cli-day-to-come = This day has not come yet: there is nothing of it in the register of the day. Name today or a day before: --on DATE.
cli-volume-there = { $file } lies beside it, a volume of an earlier journal: it would be taken for one of the new. Take it away, or name another file.
cli-wanted-anchor = The control code from a journal’s sheet is wanted: a number and four groups of five signs. Compare each sign: there is a slip in it.
cli-anchor-same = The code of { $on } agrees: every record up to the { $last }th ({ $written }) is as it was when the sheet was printed.
cli-anchor-later = { $later ->
    [one] { $later } record was added that day after printing: this code does not attest it.
   *[other] { $later } records were added that day after printing: this code does not attest them.
}
cli-anchor-other-day = The code is sound, but not of { $on }: its last record was made on { $written }. Look at the sheet’s date.
cli-anchor-differs = The code of { $on } does not agree: record { $last }, and maybe earlier ones, are not what they were when the sheet was printed. The register was rewritten or replaced. Keep this file and compare it with a backup.
cli-anchor-altered = The code of { $on } is not confirmed: the hash of record { $last } is what it was, but record { $first } or one after it was changed behind the program's back. Keep this file and compare it with a backup.
cli-anchor-shorter = The code of { $on } does not agree: the register has { $ends } records, and had at least { $last } when the sheet was printed. Its end was cut off, or an old backup was restored. Look for a newer copy.
cli-about-journal = A journal of a day or a period: into a file, to a printer or as text
cli-about-tracked = Write down a letter’s kind of item and tracking number
cli-help-journal = Which journal
cli-help-journal-on = Of this day; today without it
cli-help-from = The first day
cli-help-journal-to = The last day; today without it
cli-help-journal-out = Write it to a .pdf or .txt file; without it, as text to the screen
cli-help-list-out = Write the list for paper: a .pdf or .txt file
cli-help-anchor = The control code from a journal’s sheet
cli-help-check-on = The date of that sheet
cli-help-tracked-letter = The letter’s outgoing number, where several went by post
cli-help-tracking = The number on the post’s receipt: 14 digits, or one like RA123456785RU
cli-help-tracked-kind = Kind of item; registered without it
cli-value-journal = JOURNAL
cli-value-tracking = TRACKING
cli-value-post-kind = KIND
queue-open = Open
queue-soon = Due in 1–3 days
cli-column-posted = At the post
command-journals = Journals and lists
command-journals-help = Journals of a day or a period, the register of items sent by post, the list on the screen: seen and printed.
command-tracking = Tracking numbers
command-tracking-help = Numbers from the post’s receipts, one after the other, for the letters of a day.
journals-question = Which journal or list?
journals-list = The list on the screen: { $queue }
journals-help = Choose a journal or a list, then the days and the unit. It can be read and printed (F5).
journals-help-day = Appeals and outgoing numbers of this day. At its foot is the control code: the sheet is signed and filed, and the code proves later that no record was changed.
journals-help-period = Both days are included. Appeals are taken by their day of registration, letters by their date. Annulled ones stand with their number and a mark.
journals-help-post = Letters handed to the post on these days. Kinds and tracking numbers are typed in “Tracking numbers”, or written on the sheet by hand.
journals-day = Day
journals-from = From
journals-to = To
journals-unit = Unit
journals-button = Show
journals-turned = The last day is before the first. Correct one of them.
journals-long = There are { $count } entries, the screen shows up to { $most }. Shorten the period, or run: { $command }
journals-long-list = The list has more than { $most } appeals: narrow it (J), or run: { $command }
journals-day-to-come = This day has not come yet. Name today or a day before.
journals-where = Where to?
journals-as-pdf = A PDF file
journals-as-text = A text file
journals-on-printer = To the printer
journals-volumes = { $title } ({ $volumes ->
    [one] { $volumes } volume
   *[other] { $volumes } volumes
})
volumes-printing = Printing
volumes-of = Volume { $volume } of { $total }
volumes-esc = Esc — stop: this volume comes out whole
volumes-help = The volumes are printed one after another. Esc stops: the volume that the printer has in hand comes out whole, and you are told. F5 offers the others later.
volumes-in-hand = Volume { $volume } of { $total } is being printed. You can work on; you are told when the printer takes it.
volumes-in-hand-whole = It is being printed. You can work on; you are told when the printer takes it.
volumes-out = Volumes that are out: { $out } of { $total }. F5 offers the others.
volumes-rest = To the printer, volumes { $volume } to { $total }: those before are out
volumes-one = Volume { $volume } of { $total }. { $said }
volumes-already = This document is being printed already. Wait: you are told when the printer takes it.
volumes-hold-back = The document is still on its way to the printer. Wait, or leave again: it may not be printed.
journals-pages-help = ↑ ↓ and PgUp PgDn move along the page, ← → sideways: the sheet is wider than the screen. F5 writes or prints it. Esc goes back.
journals-pages-wider = The sheet is wider than the screen: { $from }–{ $to } of { $width } are seen; Left, Right
queue-list-file = list-{ $name }-{ $on }
tracking-title = Items sent by post on { $on }
tracking-state = Kind: { $kind }.  With a number: { $numbered } of { $count }.
tracking-keys = The receipt’s number and Enter; Space: without one; Tab: kind; Del: take off
tracking-none = Nothing went by post on this day. ← goes to the day before.
tracking-no-later = Tomorrow’s letters have not been sent yet.
tracking-help = Type the receipt’s number (14 digits, or RA123456785RU) or scan it: Enter writes it down and goes on to the next letter. Space marks a letter that has none (a simple one). Tab changes the kind of item. A number that stands is not typed over: take it off with Delete, then type another. A request to an organisation is on the register once it has a number. ← and → go to another day.
done-tracked = Letter No. { $letter }: { $what }.
tracking-outgoing = Outgoing
tracking-stands = This letter has the number { $number } already. Compare the receipt; if it is wrong, take it off with Delete and type another.
tracking-bare = This letter has no number.
tracking-take-off = Take the number { $number } off letter No. { $letter }?
tracking-taken-off = The number is taken off.
tracking-leave = Esc again leaves without it.

## Lists and settings

label-outgoing-at = Outgoing no. given
note-outgoing-at = when a letter gets its number and date
staff-deputy = Deputises
label-deputy-of = For
label-deputy-as = As
label-deputy-from = From
label-deputy-to = To
note-deputy = empty: deputises for nobody
note-deputy-more = { $count } more entries are kept
note-deputy-as = a signatory signs under their own title
note-deputy-to = the last day of it
books-help =
    Feedback books by hall: one lies in each hall, laced and numbered (R30).
    F7 begins a book, F8 closes one, Esc goes back. Enter on a hall without a book begins one there.
    A closed book stays in history, at the end of the list.
column-hall = Hall
column-book = Book no.
column-opened = Begun
book-open = open
book-open-sheets = open · { $sheets } sheets
book-closed = closed { $on }
book-none = no open book
book-stays = A book does not change: it can only be closed (F8).
book-close = Close feedback book no. { $number }? The form will not offer it any more; an entry found later is registered by the command otklik register.
book-none-to-close = This hall has no open book: F7 begins one.
book-closed-already = This book is closed already.
book-new = New feedback book
book-number = Book number
note-book-number = the number on its cover; never used again
book-opened = Begun
book-sheets = Sheets
note-book-sheets = how many sheets are laced and numbered
button-book = Begin the book
help-book = An open feedback book, laced and numbered, must lie in each hall (R30). Its number is named when an entry is registered.
done-book = Book no. { $number } is begun.
done-book-closed = Book no. { $number } is closed.
load-what = What to load
load-calendar = a calendar year
load-norms = norms of terms
load-topics = topics and documents
load-file = File
load-file-note = full path to a .toml file; for templates to a .j2 file or a folder
load-replace = Replace your own template
load-replace-note = for letter templates: the old file stays beside it, its name ending in .bak
load-template-own = these templates have a file of your own ({ $files }); it is as it was. Edit it, or answer yes in the field “Replace your own template”
button-load = Load
load-help = Norms and topics take the place of those before; terms that run go on by the norms before. A year of the calendar recounts open appeals: it is asked first which due dates move (R5). Letter templates are put beside the register; a file with a fault is not loaded and the one before stays.
load-moved = { $count ->
    [one] The calendar is loaded; { $count } due date moved:
   *[other] The calendar is loaded; { $count } due dates moved:
}
load-moved-title = Moved due dates
done-loaded = Loaded: { $file }

## Letters

hole-earlier-number = number of the earlier reply
hole-earlier-date = date of the earlier reply
hole-earlier-appeal = number of the earlier appeal
hole-forwarded-to = organisation it went to
hole-forward-reason = reason for forwarding
hole-addition = addition
letter-title-notice = Notice on appeal No. { $number }
receipt-documents = Documents taken in
receipt-missing = Documents missing
receipt-untold = Please tell us
receipt-power-address = address of the device that takes the electricity
receipt-power-time = when the quality was poor
receipt-power-contract = number of the supply contract
receipt-call = We call back
receipt-call-by = by { $by }
reply-notice-due = Owed: { $notice } · “{ $gist }” · by { $due }
reply-questions = Answers
reply-questions-note = questions of the appeal; a final reply answers them all
done-notice-draft = The draft of the notice is kept.
done-notice-final = The notice is final. F5 prints it, S records the signature.
paper-notice = Notice
file-notice = notice
done-registered-unreachable = Registered: No. { $number } · no contacts: G names the ground, M adds contacts
refusal-not-their-duty = { $of } has no such duty: { $duty }. Choose another, or give it to them first.
reply-who-signs = Choose who signs, or untick “Final”.
event-registered-received = ; received { $on }
event-registered-late = ; reason for registering late: { $reason }
event-registered-paper = ; from the paper journal, No. { $number } of { $on }
refusal-number-taken = Outgoing No. { $number } stands on another letter of this year already. Check the journal of outgoing letters and type another number.
cli-column-given-back = Given back
refusal-lift-instead = The appeal was left for want of contacts. Give them by taking the ground back: L, or otklik lift; then a new term begins.
refusal-earlier-date = The paper reply left after this appeal was registered ({ $registered }). Name a reply that left before.
refusal-norm-too-narrow = The dispatch norm “{ $norm }” is for some letters only. Take channels, kinds and topics out of it in the file.
refusal-others-step = The last step was taken by { $who }, not by you: only one’s own is taken back. Ask them, or give the next step.
refusal-step-stays = This step is not taken back: it is known outside the program, or a term counts from it. Take the next step: O opens again what is closed, M mends an error in the data.
refusal-step-stays-annul = A registration is annulled, not taken back, and its number stays taken. Press F8 to name the reason, or type otklik annul.
refusal-step-stays-reopen = A closing is not taken back. Ask a head to reopen it: O or otklik reopen.
refusal-step-stays-lift = A ground is not taken back so. Open L, or type otklik lift.
refusal-step-stays-return = A signature is not taken back. Give the reply back with a remark: N or otklik return; its outgoing number is annulled.
refusal-step-stays-write = A draft that was begun is not taken back: open it (R) and write on, or write it anew.
refusal-letter-shows = A letter that has not left shows the old value: { $field }. Return the letter with a remark (N, otklik return), correct the data, and make it final again.
command-undo-step-help = Takes back your last step on the appeal by a new entry: a hand-over or hand-back, a changed draft, a final reply, a ground that waits for its notice, a forwarding, a correction. Once more: the step before it. A registration, a signature, a sending, an extension and a closing are not taken back so.
undo-question = Take back your last step on No. { $number }: { $what }?
undo-reason = own step taken back
done-undone = Taken back: { $what }.
cli-about-undo = Take back one’s own last step
cli-help-order = In which order: due, newest, oldest first
cli-value-order = ORDER
command-narrow = Filter and order
command-narrow-help = Which appeals the list shows, in which order and with which columns; a filter can be saved under a name
order-due = by due date
order-newest = newest first
order-oldest = oldest first
column-channel = Channel
view-any = any
view-list = List
view-order = Order
view-columns = Columns
view-columns-note = On a narrow screen some columns give way
view-keep = Save the list
view-name = Under the name
view-name-note = the list goes into the top row; without a name the filter holds until Esc
view-forget = Delete the list
view-button = Show
view-title = Filter and order
view-help = An empty field limits nothing. A group of topics means every topic in it.
home-marked = Marked { $count }: F6 assigns all, T records all as sent, Esc takes the marks off
home-narrowed = Filter: { $filter }
home-narrowed-keys = J changes, Esc clears
home-view-keys = J changes it
home-more = Enter: card
home-narrowed-empty = No appeals answer this filter. Esc takes it off, J changes it.
home-marks-help = Space or Insert marks an appeal, * all that were read; then F6 assigns an executor to all that is marked, T records them as sent. J: filter, order, columns, saved lists.
bulk-done = Done: { $count }.
bulk-refused = Not done: { $reasons }
bulk-refused-line = No. { $numbers } — { $why }
bulk-route-title = { $count ->
    [one] Assign { $count } appeal
   *[other] Assign { $count } appeals
}
bulk-help = The step is recorded in each marked appeal by itself; where it may not be taken the mark stays, and you are told why.
bulk-sent-question = { $count ->
    [one] Record that { $count } signed letter was sent today?
   *[other] Record that { $count } signed letters were sent today?
}
bulk-signed-question = { $count ->
    [one] { $count } letter signed today by hand? Each is given its outgoing number.
   *[other] { $count } letters signed today by hand? Each is given its outgoing number.
}
bulk-signed-none = no final reply
bulk-one-by-one = { $count ->
    [one] { $count } appeal is marked: this is done one by one. Take the marks away (*).
   *[other] { $count } appeals are marked: this is done one by one. Take the marks away (*).
}
bulk-sent-none = no signed letter
channel-short-in-person = visit
channel-short-letter-post = by post
channel-short-letter-hand = by hand
channel-short-phone = call
channel-short-fax = fax
channel-short-virtual-reception = reception
channel-short-email = e-mail
channel-short-feedback-book = book
form-changed-line = { $who }: { $what }
command-save-next = Save and begin the next
command-save-next-help = Save and open the same form at once: channel, date of receipt, kind and topic stay
command-like = New like this one
command-like-help = A new appeal of the same client about the same: details and topic are filled in
remind = Yours: { $parts }
remind-overdue = overdue { $count }, the oldest by { $days ->
    [one] { $days } day
   *[other] { $days } days
}
remind-today = due today { $count }
remind-tomorrow = tomorrow { $count }
remind-in = in { $days ->
    [one] { $days } day
   *[other] { $days } days
} { $count }

## Papers of an appeal

paper-card = Registration card
paper-slip = Resolution slip for the paper file
paper-envelope-dl = Envelope DL, 220 × 110 mm
paper-envelope-c5 = Envelope C5, 229 × 162 mm
paper-label = Address label, 105 × 57 mm
file-card = card
file-slip = resolution
file-envelope = envelope
file-label = label
letter-book = To entry no. { $entry } in feedback book no. { $book }
letter-book-appeal = (appeal no. { $number } of { $on })
letter-number-of = no. { $number } of { $on }
letter-code = No. { $own } of { $on } to no. { $number }
letter-code-blank = to no. { $number } of { $on }
appeal-code = No. { $number } of { $on }
cover-from = From
cover-whence = Sender's address
cover-to = To
cover-where = Address
cover-postcode = Postcode
envelope-title = Envelope for appeal no. { $number }
label-title = Label for appeal no. { $number }
slip-title = Resolution on appeal no. { $number } of { $on }
slip-to = To
slip-due = not later than { $day }
slip-inner-due = To be done by
slip-given = Date of the resolution: { $on }
slip-received = Received: ____ ______________ 20____   Signature: ____________________
paper-card-title = Registration card no. { $number }
paper-card-registration = Registration
paper-card-due = Answer due
paper-card-extension = Extension
paper-card-inner-due = Inner due date
paper-card-name = Full name, or the organisation's
paper-card-inn = Taxpayer number
paper-card-contact = Contact person
paper-card-proxy = proxy no. { $number }
paper-card-proxy-of = proxy of { $on }
paper-card-proxy-both = proxy no. { $number } of { $on }
paper-card-collective = Collective appeal
paper-card-answer-to = answer to { $to }
paper-card-note = Note
paper-card-sender = The client's own no. and date
paper-card-sheets = Extent
paper-card-covering = Covering letter
paper-card-power = On the quality of electricity
paper-card-question = Question { $place }
paper-card-answered = Reply no. { $number } of { $on }
paper-card-not-answered = Not answered yet
paper-card-course = Course
paper-card-route = Route
paper-card-holder = With whom
paper-card-helpers = Co-executors
paper-card-ground = Ground for no action
paper-card-forwarding = Forwarding
paper-card-call = Call to the client
paper-card-request-expected = Answer expected by { $day }
paper-card-reply = Letter { $place }
paper-card-signatory = To be signed by { $name }
paper-card-earlier = Earlier consideration
paper-card-earlier-how = due { $due }, closed { $on }: { $outcome }
paper-card-outcome = Outcome
paper-card-filed = Filed away
paper-card-when = When
paper-card-who = Who
paper-card-what = What
paper-card-newer = an entry of a newer program
print-as-email = E-mail draft (.eml) for the mail program

# --- Fields of forms: what each is, an example, the rule ---
explain-example = Example:
explain-rule = Rule:
forms-route-many = Assign the marked ones
consult-about = A consultation of which more is to be said than its topic. F2 records it.
visit-about = The client has come to the window: the visit begins. F2 begins it.
explain-received =
    The day on which the appeal came in.
    Example: 24.11 of this year, t for today, -1 or yesterday.
    Rule: not later than today; the term runs from registration, and more than one working day before it is explained (R2, R5).
explain-channel =
    The way it came: the route and the term depend on it and on the place of intake.
    Example: type “p” for post, “h” for by hand, “f” for fax.
    Rule: every appeal has its channel (R1, R18).
explain-sender-number =
    The sender’s own number on the letter, if it has one.
    Example: 17/2.
explain-sender-date =
    The date that the letter itself bears.
    Example: 18.11.
explain-surname =
    The client’s surname; for an organisation, of whoever signed. F4 finds who came before.
    Example: Yolkina.
    Rule: with neither a surname nor an organisation tick “Anonymous”: everything is registered (R2).
explain-given =
    The given name as written or as told.
    Example: Anna.
explain-patronymic =
    The patronymic; there may be none.
    Example: Petrovna.
explain-organisation =
    The name, where an organisation writes: the name above is then its contact person.
    Example: Romashka LLC.
explain-inn =
    The taxpayer’s number of the organisation: 10 digits, 12 for an entrepreneur. Optional.
    Example: 5401234567.
explain-account =
    The client’s account. Spaces and dashes do no harm; F4 finds by it who came before.
    Example: 100 200 300 or 100200300.
explain-contract =
    The number of the supply contract. Optional.
    Example: 7000123/24.
explain-address =
    Where to write: the postal address.
    Example: 12-5 Lenina St, Ensk.
    Rule: at least one way to answer is needed — address, telephone or e-mail: without them a letter is registered but not considered (R8).
explain-phone =
    The client’s telephone as it was told; the program writes it in one way.
    Example: 89001234567, 8 (8352) 12-34-56, 22-33-44.
    Rule: one of the ways to answer (R8).
explain-email =
    The client’s e-mail address.
    Example: anna@example.org.
    Rule: who gave an address is answered by e-mail (R14); one of the ways to answer (R8).
explain-anonymous =
    Tick with Space where the client gave no name; write down contacts if there are any.
    Example: Space gives [x].
    Rule: what is anonymous is registered too (R2).
explain-kind =
    What the appeal is. The first letter finds it.
    Example: “c” for complaint, “s” for suggestion, “r” for review.
    Rule: complaint, suggestion, review, application or enquiry (R17).
explain-topic =
    What it is about, from the list of topics. The beginning of any word finds it. May be left empty.
    Example: “rec” for Recalculation.
    Rule: appeals are analysed by topic, and a topic may have its own term (R15, R20).
explain-new-topic =
    What it is about, from the list of topics. The beginning of any word finds it. The three topics chosen last stand first; “=” takes the same as last time. May be left empty.
    Example: “rec” for Recalculation.
    Rule: appeals are analysed by topic, and a topic may have its own term (R15, R20).
explain-gist =
    The gist in one line: lists show it and letters print it.
    Example: Recalculation for October.
explain-text =
    The whole text, if it is needed; it can be pasted. Enter begins a line, Tab leads on.
    Example: Please recalculate the bill: the meter reads 4512.
explain-documents =
    What has to be brought for this topic. Space ticks what was; what lacks is said below and on the receipt.
    Example: Space on the row “Passport”.
    Rule: an appeal is registered without documents too (R2, R15).
explain-sheets =
    How many sheets the letter has.
    Example: 2.
    Rule: printed on the receipt (R2).
explain-attachments =
    How many sheets or files are attached.
    Example: 1.
    Rule: printed on the receipt (R2).
explain-power-address =
    Where the quality or the supply failed.
    Example: 3 Mira St, garage 12.
    Rule: for appeals about the quality of electricity (R15).
explain-power-time =
    When it was.
    Example: 20.11 from 18 to 21.
    Rule: for appeals about the quality of electricity (R15).
explain-power-contract =
    The supply contract of that device.
    Example: 7000123/24.
    Rule: for appeals about the quality of electricity (R15).
explain-spot-answer =
    Where the matter was settled at once: what you answered. The appeal is closed when registered.
    Example: The readings were taken, the recalculation comes with November’s bill.
    Rule: it is closed where the client agrees to an oral answer (R21).
explain-spot-answers =
    Which of the questions you answered.
    Example: Space on each row.
    Rule: it is closed when all are answered (R6).
explain-agreed =
    The client agrees to an oral answer and waits for no letter.
    Example: Space or “y” gives [x].
    Rule: the client chooses the way of the answer (R21).
explain-call-back =
    Tick where you promised to ring back: the appeal joins the queue of calls. Needs a telephone.
    Example: Space gives [x].
    Rule: a call is a way to answer as well (R18, R21).
explain-reply-by =
    The client may choose any way of the answer (R21); it needs its contact. Empty: by the channel.
    Example: “em” for e-mail.
    Rule: the terms are the same whichever way (R21).
explain-late-reason =
    Why it is registered later than it came.
    Example: The letter lay in the box over the weekend.
    Rule: asked where more than one working day has passed (R2, R5).
explain-by-representative =
    Somebody acts for the client. Space opens the fields below.
    Example: Space gives [x].
    Rule: a power of attorney joins the documents (R15).
explain-representative =
    Who acts for the client.
    Example: Orlov Pyotr Ilyich.
explain-proxy-number =
    The number of the power of attorney.
    Example: 54 AA 123456.
explain-proxy-date =
    The date of the power of attorney.
    Example: 1.3.26.
explain-several-signed =
    Several people signed. Space opens the fields below.
    Example: Space gives [x].
explain-signers =
    How many people signed.
    Example: 12.
explain-answer-to =
    Which of the signers is answered. Empty: the client.
    Example: Sidorov I. I., 7 Mira St.
explain-forwarded-by =
    An authority passed the letter on. Space opens the fields below.
    Example: Space gives [x].
explain-covering-body =
    Which authority passed it on.
    Example: The administration of Sovetsky District.
explain-covering-number =
    The number of the covering letter.
    Example: 15-04/322.
explain-covering-date =
    The date of the covering letter.
    Example: 20.11.
explain-covering-due =
    By which day the authority awaits an answer.
    Example: +10.
    Rule: it may be before the norm’s day, but does not move it (R5).
explain-several-questions =
    The appeal has several questions. Space opens the field below.
    Example: Space gives [x].
    Rule: it is closed when each is answered (R6).
explain-questions =
    The questions, a line each.
    Example: When will the meter be replaced?
    Rule: the appeal is closed when each is answered (R6).
explain-from-paper =
    The appeal stands in the paper journal already. For a head only.
    Example: Space gives [x].
    Rule: the journal’s number and date are kept (R2).
explain-paper-number =
    Its number in the paper journal.
    Example: 87.
    Rule: the number is kept (R2).
explain-paper-on =
    The date of the entry in the paper journal.
    Example: 2.11.
    Rule: the term runs from it (R5).
explain-book =
    The feedback book of this hall. Where there is none, begin one: F9, “Feedback books”.
    Example: No. 3.
    Rule: every hall keeps a bound book (R18, R30).
explain-book-entry =
    The number of the entry. One entry is one appeal.
    Example: 14.
    Rule: entries of the book are appeals as well (R18, R30).
explain-intake =
    Which unit took the appeal in.
    Example: type the beginning of its name.
    Rule: an appeal remembers its place of intake (R1).
explain-contact-person =
    Who writes for the organisation.
    Example: Petrov Ivan Ilyich.
explain-correct-reason =
    Why it is corrected. The old value, the new one and the reason stay in the history.
    Example: The surname was mistyped.
    Rule: nothing is erased (R2).
explain-signed-on =
    The day of the signature: it becomes the letter’s date.
    Example: t for today.
    Rule: whoever signed had the right to on that day (R6).
explain-signed-way =
    How it was signed: by hand or by an electronic signature’s file.
    Example: type the beginning of the word.
    Rule: what is not signed can’t be sent (R6).
explain-outgoing-number =
    The outgoing number that the chancery gave.
    Example: 154/26.
explain-sent-by =
    How the reply was sent; the client’s choice is offered.
    Example: “po” for post.
    Rule: it is sent the way the client chose (R21).
explain-sent-on =
    The day it was sent; for a letter the day it was posted.
    Example: t for today, -1 for yesterday.
    Rule: it counts as the day of the answer (R5).
explain-remark =
    What the executor has to mend; the reply becomes a draft again.
    Example: The reading of 20.11 is not cited.
explain-days =
    By how many calendar days the term is extended.
    Example: 15.
    Rule: 15 at most, and only after an interim reply was sent (R13).
explain-extend-reason =
    Why time is needed.
    Example: The network company’s report on the meter is awaited.
    Rule: only where the answer needs more work (R13).
explain-oral-answer =
    What you answered, in your own words.
    Example: The recalculation comes with November’s bill.
    Rule: an answer is oral where the client agrees (R21).
explain-step-answers =
    Which of the appeal’s questions are answered: F4, Space on each.
    Example: 1, 2.
    Rule: it is closed when each is answered (R6).
explain-close-reason =
    What was decided, shortly, for the history.
    Example: The review was noted.
explain-annul-reason =
    What is wrong with the entry.
    Example: Registered twice; the right one is No. 411.
    Rule: the number stays taken, the entry is not erased (R2).
explain-withdraw-reason =
    How and when the client withdrew.
    Example: Rang on 24.11: the matter is settled.
explain-reopen-reason =
    Why it is opened again: a new term runs from today.
    Example: The client sent new readings.
    Rule: the term is counted anew (R5).
explain-hand-back-reason =
    Why it goes back to whoever it came from; everybody sees the reason.
    Example: A matter of the billing department.
    Rule: every hand-over is recorded (R3, R4).
explain-ground =
    Why the appeal is not considered on its substance.
    Example: “rep” for repeat.
    Rule: there are five; for a repeat and a secret the client is sent a notice (R7, R8).
explain-ground-why =
    What exactly gives the ground.
    Example: Threats to an employee in the third paragraph.
    Rule: a head or the director decides and says why (R7).
explain-earlier-appeal =
    The client’s earlier appeal that was answered: F4 lists them.
    Example: “412”.
    Rule: a repeat is what was answered on its substance already (R7).
explain-earlier-appeal-number =
    Or the number of the earlier appeal here, whole or its serial.
    Example: 412.
    Rule: the notice names the earlier reply (R7).
explain-earlier-number =
    Where the earlier reply was on paper: its number.
    Example: 154/25.
    Rule: the notice names number and date (R7).
explain-earlier-date =
    The date of that paper reply.
    Example: 12.05.
    Rule: the notice names number and date (R7).
explain-lift-reason =
    Why the ground or the forwarding is lifted.
    Example: The client gave a telephone.
    Rule: a ground is lifted until its notice was sent (R7, R8).
explain-known-on =
    When the contacts became known: the new term runs from that day.
    Example: t for today.
    Rule: with contacts found the appeal is considered (R8).
explain-recipient =
    Whose matter it is: the organisation it is forwarded to.
    Example: Regional Grids JSC.
explain-forward-reason =
    Why the matter is not ours. It stays on the card; the notice to the client leaves it out.
    Example: Connections are the network company’s.
explain-ask-unit =
    Which unit is asked. Either a unit or an organisation below.
    Example: type the beginning of its name.
    Rule: a request is recorded with its own days (R15).
explain-ask-organisation =
    Which outside organisation is asked.
    Example: Regional Grids JSC.
    Rule: a request is recorded with its own days (R15).
explain-request =
    What is asked for.
    Example: The report on meter No. 4512.
    Rule: the appeal’s term runs on (R5, R15).
explain-expected =
    By which day an answer is awaited.
    Example: +5.
    Rule: a queue watches that day (R15).
explain-which-request =
    Which request was answered.
    Example: No. 12.
explain-request-answer =
    What was answered.
    Example: The meter is sound, the report is attached.
    Rule: recorded with its day (R15).
explain-request-answer-on =
    When it was answered.
    Example: t for today.
    Rule: a request has its own days (R15).
explain-reached =
    Whether the client was reached.
    Example: Space gives [x].
    Rule: a promised call stays in its queue until then (R18).
explain-call-gist =
    What was said; may be empty where nobody answered.
    Example: Asked to be rung after six.
    Rule: the call does not close the appeal: an answer is recorded as oral (R21).
explain-result-number =
    The outgoing number of the unit’s own letter.
    Example: 31/26.
    Rule: a unit with its own register answers itself (R4).
explain-result-on =
    When the unit answered.
    Example: 20.11.
    Rule: it counts as the day of the answer (R5).
explain-result-gist =
    What the unit answered the client.
    Example: Recalculated from October on.
    Rule: an answer is on the substance (R6).
explain-template =
    The letter to begin with: F4 lists them, those for the topic first. It fills the whole text; Ctrl+Z brings back what was there.
    Example: “rec” for Recalculation.
    Rule: the template’s words alone are not enough (R6).
explain-reply-days =
    By how many days the term is to be extended. Only for an interim reply to an e-mail.
    Example: 15.
    Rule: 15 days at most (R13).
explain-addressee =
    To whom and where, in lines: the name in the dative, then the address.
    Example: Yolkinoy A. P.
explain-heading =
    The heading of the letter: what it is about.
    Example: On the recalculation for October.
explain-letter =
    The whole letter. ‹Places in brackets› wait for your words: Ctrl+N leads to the next. Lines with “- ” or “1. ” become a list, “| month | sum |” a table; F3 shows the paper.
    Example: The bill for October was recalculated: −312.40 roubles.
    Rule: concrete, on the substance, with the executor’s name and telephone; an unfilled place is not printed (R6).
explain-notice-letter =
    The whole notice. The template says what is needed: the earlier reply, the organisation and the reason are named; any word can be changed.
    Example: You were answered on 12.05.2026, No. 154/26.
    Rule: a notice is a reply too (R6, R7).
explain-reply-questions =
    Which of the appeal’s questions this letter answers: F4, Space on each.
    Example: 1, 2.
    Rule: until all are answered it can’t become final (R6).
explain-signatory =
    Who will sign. The right to sign is given in the list of staff (F9, “Staff”).
    Example: type the beginning of a name.
    Rule: an authorised person signs (R6).
explain-final =
    A final reply prints without the mark of a draft and is not edited any more; the signatory can give it back with a remark.
    Example: “y” when ready, “n” while a draft.
    Rule: only a complete reply becomes final (R6).
explain-route-to =
    To whom it goes: an executor, a unit or the department’s director. Type the beginning of a name.
    Example: “pet” for Petrov.
    Rule: director, unit, executor; or chancery, head, executor (R3, R4).
explain-co-executors =
    Who helps: F4 lists them, Space ticks.
    Example: Sidorova M. P.
    Rule: one is responsible (R3, R4).
explain-resolution =
    What is to be done: the executor sees it and the card prints it.
    Example: Check the readings and answer.
    Rule: every hand-over is recorded with its resolution (R3, R4).
explain-inner-due =
    By which day the executor answers. Empty: by the appeal’s day.
    Example: +5.
    Rule: not after the appeal’s day (R5).
explain-override =
    Where the way differs from the route: why.
    Example: The director is away and said so.
    Rule: whoever has the right may depart from the route, with a reason (R3, R4).
explain-minutes =
    How many minutes it took. May be empty.
    Example: 5.
    Rule: a consultation is recorded in seconds (R23).
explain-consult-client =
    To whom: a name or an account. It counts without a name too.
    Example: Yolkina.
    Rule: information is given at first demand (R23).
explain-consult-channel =
    How they asked. One at the window joins the visit that goes on.
    Example: “ph” for phone.
    Rule: whatever the channel (R23).
explain-consult-topic =
    What they asked about. Topics you used last come first.
    Example: “rec” for Recalculation.
    Rule: consultations are counted by topic (R20, R23).
explain-waited =
    How many minutes the client waited. May be empty.
    Example: 12.
explain-paper =
    What to print: the reply, the receipt, the card.
    Example: “rec” for receipt.
    Rule: an appeal is free of charge, the receipt says so (R19).
explain-printer =
    Which printer: F4 lists those of the system. The choice is kept.
    Example: HP-LaserJet.
explain-copies =
    How many copies.
    Example: 2.
explain-takes =
    What the printer takes: pages for laser or ink; text with 66 characters a line; CP866 for a matrix printer with Cyrillic of its own.
    Example: Pages (PDF).
explain-journal-from =
    The first day of the period, itself included.
    Example: 1.11.
    Rule: appeals are taken by the day of registration (R2).
explain-journal-to =
    The last day, itself included; for a day’s journal that day.
    Example: t for today.
    Rule: appeals are taken by the day of registration (R2).
explain-journal-unit =
    Whose appeals or letters: one unit’s or all.
    Example: All units.
explain-view-list =
    Which list is narrowed: all open appeals or one of the lists on top.
    Example: “over”, Overdue.
explain-view-unit =
    Show one unit’s appeals. Empty: all.
    Example: type the beginning of its name.
explain-view-executor =
    Show one executor’s appeals. Empty: all.
    Example: “pet” for Petrov.
explain-view-channel =
    Show what came one way. Empty: any.
    Example: “ph” for phone.
explain-view-kind =
    Show one kind. Empty: all.
    Example: “c” for complaint.
explain-view-topic =
    Show one topic; a group means all its topics. Empty: all.
    Example: “bil” for Billing.
explain-order =
    The order of the list: what is due first, the newest first or the oldest first.
    Example: By due date.
explain-columns =
    Which columns are shown: F4, Space ticks.
    Example: Channel, Unit.
explain-view-name =
    The name under which it is kept and stands beside the lists.
    Example: Our complaints.
explain-view-forget =
    Forget the kept view; the appeals stay.
    Example: Space gives [x].
explain-load-what =
    What is loaded. Norms and topics replace the old ones; terms that run go on by the old norms.
    Example: “cal” for a year’s calendar.
    Rule: a calendar recounts open terms and asks first (R5).
explain-load-file =
    Where the file lies: its whole path.
    Example: /media/flash/calendar-2027.toml.
explain-load-replace =
    Whether a template of your own is replaced where there is one: the old file stays beside it, its name ending in .bak.
    Example: Space for yes.
explain-office-name =
    The organisation’s name: at the top of every letter, and in lists.
    Example: Ensk Energy Sales JSC.
explain-office-address =
    The address on the letterhead.
    Example: 1 Lenina St, Ensk 630000.
explain-office-phone =
    The telephone on the letterhead, as it is to be printed; several may be given.
    Example: (383) 555-00-00, 555-00-01.
explain-office-email =
    The e-mail address on the letterhead.
    Example: office@example.org.
explain-letterhead =
    Everything on the letterhead below name and address. Enter begins a line, Tab leads on.
    Example: the taxpayer’s number, the site.
explain-appeal-numbers =
    What an appeal’s number is made of: the office code, the serial and the year are needed, else numbers repeat. A sign stands between code and serial.
    Example: as it stands in the field.
    Rule: numbers run without gaps and never repeat (R2).
explain-outgoing-numbers =
    What an outgoing number is made of; the same rules hold.
    Example: as it stands in the field.
    Rule: every reply has its own number (R2, R6).
explain-outgoing-at =
    When a letter gets its outgoing number and date: when signed, when final, or typed by the chancery.
    Example: When signed.
    Rule: what is not signed is not sent (R6).
explain-default-person =
    Who acts in the shell where --as names nobody. May be empty.
    Example: Ivanova A. P.
explain-unit-title =
    The unit’s name: lists and cards show it.
    Example: Sales department.
    Rule: an appeal remembers where it was taken in (R1).
explain-unit-code =
    Letters, digits, “-”, “_” and “.”, 32 at most. It stands in records and in the shell, and is never changed.
    Example: sales.
explain-unit-sort =
    What it is: a service centre, a territorial or structural unit, the head office.
    Example: A department.
    Rule: the route depends on it (R1, R3, R4).
explain-unit-external =
    The unit keeps its own register: appeals are passed there, and the result is recorded here by hand.
    Example: Space gives [x].
    Rule: hand-over and result are recorded (R4).
explain-back =
    Take it back to work: it appears in lists again.
    Example: Space gives [x].
explain-person-name =
    Surname, given name and patronymic, whole.
    Example: Petrov Ivan Ilyich.
    Rule: a reply prints the executor’s full name (R6).
explain-login =
    A short name for records and the shell: letters, digits, “-”, “_” and “.”. Never changed.
    Example: petrov.
    Rule: every record has its author (R2).
explain-staff-unit =
    Where they work.
    Example: type the beginning of its name.
    Rule: the route goes by units (R3, R4).
explain-position =
    The position as printed below the signature.
    Example: Head of the service centre.
    Rule: a signatory has a position (R6).
explain-staff-phone =
    The telephone at work: a reply prints it.
    Example: 8 383 555-00-02.
    Rule: without the executor’s telephone no reply becomes final (R6).
explain-staff-email =
    The e-mail address at work; may be empty.
    Example: petrov@example.org.
explain-role-clerk =
    Registers appeals, visits and calls. One may have several roles.
    Example: Space gives [x].
    Rule: everything is registered (R2).
explain-role-executor =
    Prepares replies.
    Example: Space gives [x].
    Rule: an appeal has a responsible executor (R3, R4).
explain-role-head =
    Assigns executors, decides on grounds, moves entries over from paper.
    Example: Space gives [x].
    Rule: the unit’s head assigns (R3, R4, R7).
explain-role-director =
    Passes the head office’s appeals to units.
    Example: Space gives [x].
    Rule: the head office’s route (R3).
explain-role-administrator =
    Keeps the office, units, staff and norms.
    Example: Space gives [x].
explain-signs =
    Whether they may sign replies.
    Example: Space gives [x].
    Rule: an authorised person signs (R6).
explain-signs-from =
    From which day they may sign. Empty: from today.
    Example: 1.12.
    Rule: the right is looked at on the day of signing (R6).
explain-signs-to =
    Until which day they may sign. Empty: without end.
    Example: 31.12.
    Rule: the right is looked at on the day of signing (R6).
explain-os-user =
    The name with which they log into the operating system: the program knows them by it.
    Example: ipetrov.
explain-deputy-of =
    Whose deputy they are. Another person or role adds an entry; empty takes the shown one away.
    Example: type the beginning of a name.
    Rule: a deputy acts with the other’s rights (R3, R4).
explain-deputy-as =
    In which duty.
    Example: Head.
    Rule: every hand-over is recorded (R3, R4).
explain-deputy-from =
    From which day.
    Example: t for today.
explain-deputy-to =
    Until which day, itself included.
    Example: +14.
explain-hall =
    In which hall the book lies.
    Example: type the beginning of its name.
    Rule: every hall has one (R30).
explain-new-book =
    The book’s number: entries are registered under it.
    Example: 3.
    Rule: the book is numbered (R30).
explain-opened =
    When the book was begun.
    Example: t for today.
    Rule: the book is bound and numbered (R30).
explain-book-sheets =
    How many sheets it has.
    Example: 96.
    Rule: the book is bound and numbered (R30).
explain-first-unit =
    The unit where you work; others can be added later.
    Example: Service centre 1.
    Rule: an appeal remembers where it was taken in (R1).
explain-first-person =
    Your whole name. You will be the administrator.
    Example: Ivanova Anna Petrovna.
    Rule: every record has its author (R2).
explain-office-code =
    The office code stands in every number and is never changed: two to four characters are best. One is offered by the name.
    Example: EN1.
    Rule: numbers don’t repeat between offices either (R2).

# --- The manual ---
cli-about-manual = Print the whole manual
manual-title = Otklik: the manual
manual-intro =
    Otklik keeps the appeals of an electricity supplier’s front office: it takes a visit, a letter, a call, gives it a number and a due date, sees it through its executor and prints the answer. One program, one file, no network.

    The program itself makes this manual, of the same words as its help: `otklik manual`. Help is nearer there: F1 explains a field or a screen, F1 again all keys, F9 all commands.
manual-minutes =
    The first five minutes

    1. Start `otklik`. Where the register is new it asks for the organisation, your unit and your name; else choose yourself: the first letters of the surname and Enter.
    2. You see the queue: what is due first stands on top. Up and Down lead through appeals, Left and Right through lists, Enter opens a card, Esc leads back.
    3. Press F7 and choose what came in: “Letter”, “Visit”, “Call”. Enter leads from field to field, F2 saves from anywhere. The number appears below: from then on the appeal is in the register.
    4. A list is chosen from by first letters: in “Topic” type “rec”, Enter. The keyboard layout does not matter. Where nothing answers, the program says so.
    5. No time? Esc: what was typed stays as a draft, D opens it.
    6. Try it on made-up data: `otklik --home demo demo --desk`. That is another register; the real one is not touched.
manual-screens = Screens
manual-screen-home = The queue
manual-screen-card = The card of an appeal
manual-screen-register = Registering
manual-screen-pick = Choosing from a list
manual-screen-reply = A reply
manual-screen-commands = All commands
manual-screen-journals = Journals
manual-jobs = The work
manual-job-visit =
    A visit and a call

    1. F7, “Visit” (or “Call”). Begin with the surname, telephone or account: where the client came before, the line on top says so, and F4 shows the list and fills the form.
    2. Kind and topic by first letters, the gist in one line.
    3. Settled at once? Write it into “Answered on the spot” and tick the consent: the appeal is closed when registered (R21). Promised to ring back? Tick it.
    4. F2, done. F5 prints the receipt.
manual-job-letter =
    A letter, an e-mail, the feedback book

    1. F7, “Letter”. Dates are typed loosely: 24.11, t, -1, yesterday.
    2. A pile of letters: Ctrl+R saves and opens the next; channel, day, kind and topic stay.
    3. Another like one of the same client: Z on the earlier appeal.
    4. Below stand the due date and its norm (R5). Where contacts lack the program says so at once (R8); it is registered all the same (R2).
manual-job-consultation =
    A consultation

    K (in a form Ctrl+K), the first letters of the topic, Enter. Tab instead of Enter adds minutes, channel, name. F8 in the day’s consultations takes one back (R23).
manual-job-route =
    To an executor

    F6, the surname, Enter, the resolution, F2. Mark several with Space and F6 assigns them all. Where the way differs from the route a reason is needed (R3, R4). U gives back to whoever it came from.
manual-job-reply =
    Answer, print, send

    1. R begins the reply. Its template is chosen by the topic; F4 shows others. Ctrl+N leads through unfilled places, F3 shows the paper.
    2. F2 saves. Where substance, the executor’s telephone or the signatory lack, it stays a draft and says why (R6).
    3. F5 prints: choose the printer once, then F5 and Enter are enough.
    4. S for signed, T for sent: the appeal is closed.
manual-job-interim =
    More time is needed

    For e-mail only: R, the template of an interim reply, signed and sent; then E extends by 15 days at most (R13).
manual-job-ground =
    Not to be considered, forwarded, asked about

    G names a ground (R7, R8): for a repeat it asks for the earlier reply. F: another organisation’s matter. Q: a request to a unit or an organisation, Y its answer (R15). L lifts a ground until its notice is sent.
manual-job-mend =
    Mending a mistake

    1. Ctrl+Z in a field takes back typing; on a card and in the queue it takes back your last step, until it has left for the client. It is taken back by a new record: the history shows both.
    2. M corrects fields; the old value stays in the history (R2).
    3. F8 annuls a wrong entry: its number stays taken (R2).

    Where nothing can be taken back the program asks: the question names its object, “no” is chosen at first, and a key that is held down does not answer it.
manual-job-find =
    “What about my letter?”

    “/” (or Ctrl+F), then the end of the number, a surname, an account or a telephone. I: all appeals of this client. J in the queue: filter, order, columns; a filter can be named and kept.
manual-job-journals =
    The end of the day

    “;” for journals, the post’s register, the list on the screen: to look at, on paper or into a file. F9, “Tracking numbers”: numbers of the post’s receipts. Feedback books by hall: F9, “Feedback books” (R30).
manual-job-keep =
    For whoever keeps the program

    F9: the organisation, units, staff, rules from files (a year’s calendar, norms, topics, templates). A copy: `otklik backup`; a check: `otklik check --deep`.
manual-keys = Keys and commands
manual-keys-note =
    A letter is pressed where nothing is typed; in the Russian layout it is the same key. Alt+1 … Alt+0 are the same as F1 … F10.
manual-column-keys = Keys
manual-column-command = Command
manual-column-what = What it does
manual-other-keys = Walking and typing
manual-forms = Fields of forms
manual-shell = The shell
manual-shell-note =
    Every job of the screen is a command too. In full: `otklik COMMAND --help`.
manual-promises =
    What is promised

    1. **Nothing is lost.** A number on the screen means that the appeal is on the disk. Nothing is erased. What was typed survives Esc, a lost line, the end of the program; a power cut takes the last second at most.
    2. **Nothing wrong leaves.** A reply without substance, the executor’s name and telephone or the right to sign, or with an unfilled place, does not become final (R6).
    3. **Nothing is late by surprise.** Every due date is kept with the norm that gave it and explains itself; the queue opens on what burns (R5).
    4. **Everything is accounted for.** Each change is a record with time, desk and person; records are chained, so that a later edit shows.
manual-when =
    What to do when

    - **A key does nothing.** Below it says why and what comes first. F9 shows all that can be done here.
    - **The terminal keeps the function keys.** Alt+1 … Alt+0, or by name: Ctrl+P.
    - **A form is not saved.** The cursor stands on the first wrong field, and beside it is what to mend.
    - **Another desk changed this appeal.** It says who and what; your text is whole, and F2 saves it upon the new one.
    - **The line was lost or the program closed.** Start again: the draft is offered by name and age, D opens it.
    - **The disk is full.** What is typed is kept in memory, and it says so: make room without closing the program.
    - **The printer did not take a letter.** F9, “Not printed”: print from there when it is ready.
    - **The register is damaged.** `otklik check` says what it is; `otklik restore` brings a copy back. Keep the damaged file.
    - **The screen has strange signs for lines.** The option `--ascii`, or `ascii = true` in the settings file: lines are drawn as - and |.
    - **Colours get in the way.** Another theme is set in the settings file (`config.example.toml`); NO_COLOR takes colour away. No state is shown by colour alone.
