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
store-damaged = The register is damaged. { $finding } Restore a backup: otklik restore.
store-disk = The disk failed (code { $code }). Nothing was saved; check the disk and copy the register.
store-engine = The register did not take the record (code { $code }): { $detail }. Nothing was saved.

# --- Troubles: backups ---
backup-already-there = A backup of this name is there already: { $file }. Nothing was written: name another folder or repeat in a second.
backup-unsound = The backup { $file } is not sound. { $findings } Nothing was replaced: take another backup.
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
finding-counter = The counter does not agree with the numbers given: { $series }, { $year }.
finding-number = Number { $serial } ({ $series }, { $year }) was given twice or left out.
side-changed = changed
side-missing = missing
side-stray = not ours
unfoldable-no-beginning = the first record is missing
unfoldable-newer-beginning = the register was written by a newer program, update the program
unfoldable-out-of-order = record { $version } can't follow the ones before it
warning-fuse = The register lies on a disk of the kind { $kind }: some of them lose records. A plain disk of this machine is safer.

# --- Troubles: settings ---
config-unreadable = The settings { $file } can't be read: { $why }.
config-syntax = Settings { $file }, line { $line }: { $why }.
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

# --- Kinds of records ---
fact-registered = registered
fact-routed = handed on
fact-reply-finalised = reply made final
fact-reply-returned = reply returned
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
deliver-printer = The printer did not take the document: { $why }. Check its name and queue.

# --- Shell: answers ---
cli-confirm = To confirm: --confirm { $code }.
cli-no-home = The system knows no home folder. Say where to work: --home DIR or --db FILE.
cli-unreadable = The file { $file } can't be read: { $why }.
cli-not-text = The file { $file } is no text in UTF-8. Save it in this encoding and repeat.
cli-not-json = This is no JSON: line { $line }, column { $column }. Nothing was registered.
cli-no-recipient = There is neither a unit nor a person “{ $name }”. The lists: otklik unit list, otklik staff list; for the director: director.
cli-two-recipients = “{ $name }” is a unit and a person. Say which: unit:{ $name } or login:{ $name }.
cli-several-replies = Two letters wait for this step. Say which: --kind reply or --kind interim.
cli-several-visits = Several visits are going on. Name one: { $visits }.
cli-no-signatory = Name who will sign the reply: --signatory LOGIN.
cli-no-text = The reply has no text. Name a file: --text FILE, or --text - for the input.
cli-no-template = There is no template “{ $id }”. There are: { $known }.
cli-no-form = The name { $file } does not say what the file should be. A letter is written as .pdf or .txt.
cli-no-terminal = The desk needs a terminal. For scripts there are commands: otklik --help.
cli-terminal = The terminal failed: { $why }.
cli-done-demo = { $appeals ->
    [one] The register { $file } was filled with made-up data: { $appeals } appeal, open: { $open }, records: { $facts }.
   *[other] The register { $file } was filled with made-up data: { $appeals } appeals, open: { $open }, records: { $facts }.
}
cli-nothing-found = Nothing was found. Try a part of the number, a surname, an account or a telephone.
cli-output = The answer was not written: { $why }.
cli-yes = yes
cli-client-account = account { $account }
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
cli-done-backup = { $facts ->
    [one] The backup was made and checked: { $file } ({ $bytes } bytes, { $facts } record).
   *[other] The backup was made and checked: { $file } ({ $bytes } bytes, { $facts } records).
}
cli-done-restored = { $facts ->
    [one] The register { $file } was restored: { $facts } record.
   *[other] The register { $file } was restored: { $facts } records.
}
cli-done-restored-aside = The register that was there lies aside: { $file }.
cli-check-sound = { $facts ->
    [one] The register is sound: { $facts } record was checked.
   *[other] The register is sound: { $facts } records were checked.
}
cli-check-unsound = { $findings ->
    [one] { $findings } fault was found. Records are right up to { $place }. Take a backup: otklik restore.
   *[other] { $findings } faults were found. Records are right up to { $place }. Take a backup: otklik restore.
}
cli-field-unknown = There is no field “{ $name }”.
cli-field-unknown-nearest = There is no field “{ $name }”. The nearest is “{ $nearest }”.
cli-field-required = The field “{ $name }” is needed.
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
cli-about-return = Return a final reply with a remark
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
cli-help-gist = One line; the first line of the text otherwise
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
cli-help-reply-kind = Reply or interim reply
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
cli-help-out = Write the letter to a .pdf or .txt file
cli-help-print = Print; without a name on the printer of the settings or the system
cli-help-remark = Remark
cli-help-way = How it was signed
cli-help-sent-channel = How it was sent; as the client wants it otherwise
cli-help-sent-on = The day it was sent, for a letter handed to the post; today otherwise
cli-help-answered-gist = Gist of the answer; the client agrees with it
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
cli-value-way = WAY
