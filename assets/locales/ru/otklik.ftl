# Слова Отклика. Один файл на язык, разделы — по комнатам программы.

# --- Стандарт: списки ---
channel-in-person = Личный приём
channel-letter-post = Письмо по почте
channel-letter-hand = Письмо нарочно
channel-phone = Телефон
channel-fax = Факс
channel-virtual-reception = Виртуальная приёмная
channel-email = Электронная почта
channel-feedback-book = Книга отзывов

kind-complaint = Жалоба
kind-suggestion = Предложение
kind-review = Отзыв
kind-application = Заявление
kind-enquiry = Запрос

stage-registered = Зарегистрировано
stage-with-director = У директора департамента
stage-with-unit = У руководителя подразделения
stage-with-executor = У исполнителя
stage-closed = Закрыто

outcome-replied = ответ отправлен
outcome-answered-orally = ответ дан устно
outcome-noted = принято к сведению
outcome-withdrawn = отозвано заявителем
outcome-annulled = аннулировано

reply-by-post = почтой
reply-by-email = по электронной почте
reply-by-phone = по телефону
reply-by-fax = факсом
reply-by-in-person = лично в руки
reply-by-pickup = заберёт сам
reply-by-virtual-reception = в виртуальной приёмной

contact-address = почтовый адрес
contact-email = адрес электронной почты
contact-phone = телефон

unit-sort-head-office = Исполнительный аппарат
unit-sort-territorial = Территориальное подразделение
unit-sort-centre = Центр очного обслуживания
unit-sort-department = Структурное подразделение

role-clerk = оператор
role-executor = исполнитель
role-head = руководитель
role-director = директор департамента
role-administrator = администратор

route-director = через директора департамента
route-head = через руководителя подразделения
route-unit = сразу в подразделение

staff-detail-given-name = имя
staff-detail-phone = телефон
staff-detail-position = должность

field-gist = Краткое содержание
field-client = Заявитель
field-surname = Фамилия
field-organisation = Организация
field-text = Текст
field-resolution = Резолюция
field-reason = Причина
field-answer = Ответ
field-addressee = Адресат
field-heading = Заголовок
field-remark = Замечание
field-office-name = Название организации
field-office-code = Код офиса
field-unit-title = Название подразделения
field-unit-code = Код подразделения
field-person-name = Фамилия, имя, отчество
field-login = Логин

weekday-mon = пн
weekday-tue = вт
weekday-wed = ср
weekday-thu = чт
weekday-fri = пт
weekday-sat = сб
weekday-sun = вс

# --- Сроки ---
days-today = сегодня
days-overdue = { $days ->
    [one] −{ $days } день
    [few] −{ $days } дня
   *[other] −{ $days } дней
}
days-left = { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
due-calendar-days = { $n ->
    [one] { $n } календарный день
    [few] { $n } календарных дня
   *[other] { $n } календарных дней
}
due-working-days = { $n ->
    [one] { $n } рабочий день
    [few] { $n } рабочих дня
   *[other] { $n } рабочих дней
}
due-from-registration = со дня регистрации { $day }
due-from-receipt = со дня поступления { $day }
due-extended = { $days ->
    [one] в том числе продление на { $days } день
    [few] в том числе продление на { $days } дня
   *[other] в том числе продление на { $days } дней
}
due-rolled-on = перенесено вперёд с нерабочего дня { $day }
due-rolled-back = перенесено назад с нерабочего дня { $day }
due-provisional = предварительно: производственный календарь года не загружен

# --- Отказы ---
refusal-needs-newer-program = В базе есть записи более новой программы: их можно только смотреть. Обновите программу.
refusal-missing = Заполните: «{ $field }».
refusal-too-long = «{ $field }»: { $size } КиБ, а поле вмещает { $limit } КиБ. Сократите текст или приложите его файлом.
refusal-clock-behind = Часы машины отстают: последняя запись сделана { $newest }. Проверьте дату и время; если они верны, подтвердите.
refusal-late-registration = { $days ->
    [one] Со дня поступления прошёл { $days } рабочий день. Укажите причину поздней регистрации или подтвердите.
    [few] Со дня поступления прошло { $days } рабочих дня. Укажите причину поздней регистрации или подтвердите.
   *[other] Со дня поступления прошло { $days } рабочих дней. Укажите причину поздней регистрации или подтвердите.
}
refusal-received-later = День поступления позже сегодняшнего ({ $today }). Исправьте дату.
refusal-unknown-topic = Темы «{ $code }» нет в справочнике. Выберите тему из списка.
refusal-unknown-unit = Подразделения «{ $unit }» нет или оно упразднено. Выберите другое.
refusal-unknown-person = Сотрудника «{ $login }» нет или он уволен. Выберите другого.
refusal-external-unit = «{ $unit }» ведёт свою базу: здесь его обращения не регистрируются.
refusal-no-norm = Нет нормы срока для «{ $channel }», «{ $kind }». Администратор загружает нормы: otklik load norms ФАЙЛ.
refusal-no-contact-for = Чтобы ответить { $by }, нужен { $contact }. Укажите его или выберите другой способ ответа.
refusal-oral-only = Устным ответом закрывают только личный приём и звонок, а это — «{ $channel }». Подготовьте письменный ответ.
refusal-needs-agreement = Отметьте, что заявитель согласен на устный ответ, или подготовьте письменный.
refusal-needs-role = Это могут: { $roles }. Попросите их или поменяйте роли в списке сотрудников.
refusal-closed = Обращение закрыто { $on }: { $outcome }. Чтобы продолжить, руководитель возобновляет его.
refusal-open = Обращение ещё открыто: сначала его нужно закрыть.
refusal-already-filed = Обращение уже списано в дело { $on }.
refusal-already-there = Обращение уже там. Выберите другое подразделение или исполнителя.
refusal-off-route = По маршруту обращение идёт иначе. Руководитель или директор может изменить путь, указав причину.
refusal-inner-due-later = Внутренний срок не может быть позже срока исполнения { $due }.
refusal-inner-due-past = Внутренний срок не может быть раньше сегодняшнего дня ({ $today }).
refusal-no-extension = Норма «{ $norm }» не допускает продления: его разрешает только электронная почта.
refusal-already-extended = Срок уже продлён: второй раз нельзя.
refusal-extension-days = Продлить можно не больше чем на { $limit } дн. и не меньше чем на 1.
refusal-no-interim-sent = Сначала отправьте промежуточный ответ, потом продлевайте срок.
refusal-interim-proposed = В отправленном промежуточном ответе назван срок { $days } дн.: продлите ровно на столько.
refusal-due-past = Срок истёк { $due }: продлевать поздно.
refusal-past-other-norm = Продлённый срок выйдет за предел нормы «{ $norm }»: { $limit }.
refusal-no-draft = Нет проекта ответа. Подготовьте его.
refusal-no-final = Нет окончательного ответа, который ждёт подписи. Сначала завершите проект.
refusal-not-signed = Ответ не подписан. Отметьте подпись, потом отправку.
refusal-reply-under-way = Такой ответ уже ждёт подписи или отправки. Верните его с замечанием или отправьте.
refusal-no-executor = Нет исполнителя, а в письме нужны его фамилия и телефон. Назначьте исполнителя (F6).
refusal-executor-lacks = У исполнителя { $person } не заполнено: { $missing }. Дополните в списке сотрудников.
refusal-signatory-lacks = У подписанта { $person } не заполнено: { $missing }. Дополните в списке сотрудников.
refusal-no-substance = В ответе нет содержания по существу: только слова шаблона. Напишите ответ на вопрос заявителя.
refusal-unfilled = В письме не заполнено: { $holes }.
refusal-may-not-sign = { $person } не имеет права подписи на { $on }. Выберите другого подписанта или дайте право в списке сотрудников.
refusal-in-future = Дата позже сегодняшней ({ $today }). Исправьте дату.
refusal-before = Дата раньше { $earliest }. Исправьте дату.
refusal-not-a-review = «Принято к сведению» — только для отзывов. На это обращение нужен ответ.
refusal-reply-asked = Заявитель просил ответ: «принято к сведению» недостаточно. Подготовьте ответ.
refusal-already-sent = По обращению уже отправлено письмо: аннулировать нельзя. Закройте его ответом или отметьте отзыв.
refusal-cant-reopen-annulled = Аннулированное обращение не возобновляют. Зарегистрируйте его заново.
refusal-code-taken = Код «{ $code }» уже занят. Выберите другой.
refusal-bad-code = Код «{ $code }» не подходит: только буквы, цифры, «-», «_» и «.», не больше 32 знаков.
refusal-office-code-fixed = Код офиса нельзя менять: с ним уже выданы номера.
refusal-unit-has-staff = { $people ->
    [one] В подразделении ещё { $people } сотрудник. Сначала переведите его.
    [few] В подразделении ещё { $people } сотрудника. Сначала переведите их.
   *[other] В подразделении ещё { $people } сотрудников. Сначала переведите их.
}
refusal-still-holds = { $appeals ->
    [one] На руках ещё { $appeals } открытое обращение. Сначала передайте его.
    [few] На руках ещё { $appeals } открытых обращения. Сначала передайте их.
   *[other] На руках ещё { $appeals } открытых обращений. Сначала передайте их.
}
refusal-last-administrator = Это последний администратор: назначьте другого, потом продолжайте.
refusal-empty-list = В файле ничего нет.
refusal-bad-list = Код «{ $code }» в файле стоит дважды или пуст.
refusal-series-begun = Нумерация «{ $series }» за { $year } год уже начата, следующий номер — { $next }. Начальный номер задают один раз, до первого.
series-appeal = обращения
series-outgoing = исходящие
refusal-visit-ended = Визит уже завершён.

# --- Команды: полоса внизу (не больше 6 знаков), имя, что делает ---
command-help = Помощь
command-help-bar = Помощь
command-help-help = Помощь по этому месту; ещё раз — все клавиши
command-save = Сохранить
command-save-bar = Сохр.
command-save-help = Сохранить форму, зарегистрировать обращение
command-preview = Просмотр письма
command-preview-bar = Просм.
command-preview-help = Показать письмо или талон так, как они выйдут на бумаге
command-values = Список значений
command-values-bar = Список
command-values-help = Показать, что можно выбрать в этом поле
command-print = Печать
command-print-bar = Печать
command-print-help = Напечатать ответ или талон: в файл или на принтер
command-route = Передать
command-route-bar = Перед.
command-route-help = Назначить исполнителя или передать в подразделение с резолюцией
command-new = Новое обращение
command-new-bar = Новое
command-new-help = Зарегистрировать письмо, визит или звонок
command-annul = Аннулировать
command-annul-bar = Аннул.
command-annul-help = Снять ошибочную запись; номер остаётся занятым
command-menu = Все команды
command-menu-bar = Меню
command-menu-help = Все команды этого места по имени
command-quit = Выход
command-quit-bar = Выход
command-quit-help = Закончить работу; набранное остаётся черновиком
command-find = Найти
command-find-help = Найти обращение по номеру, фамилии, счёту или телефону
command-undo = Отменить ввод
command-undo-help = Вернуть поле, каким оно было до последнего ввода
command-redraw = Перерисовать
command-redraw-help = Нарисовать экран заново
command-reply = Подготовить ответ
command-reply-help = Написать ответ или промежуточный ответ по шаблону
command-sign = Отметить подпись
command-sign-help = Записать, что ответ подписан; даёт исходящий номер
command-sent = Отметить отправку
command-sent-help = Записать, что ответ отправлен; закрывает обращение
command-extend = Продлить срок
command-extend-help = Продлить срок после отправленного промежуточного ответа
command-close = Закрыть или списать
command-close-help = Отзыв — «принято к сведению»; закрытое — списать в дело
command-reopen = Возобновить
command-reopen-help = Открыть закрытое обращение с новым сроком
command-withdraw = Отозвано заявителем
command-withdraw-help = Закрыть обращение по воле заявителя
command-answer = Ответ дан устно
command-answer-help = Записать устный ответ на приём или звонок и закрыть
command-return = Вернуть на доработку
command-return-help = Вернуть окончательный ответ исполнителю с замечанием
command-start-visit = Начать визит
command-start-visit-help = Отметить, что заявитель подошёл к окну
command-end-visit = Завершить визит
command-end-visit-help = Отметить, что заявитель ушёл
command-drafts = Черновики
command-drafts-help = Продолжить форму, которая не была сохранена
command-office = Организация
command-office-help = Название, адрес, бланк, номера
command-units = Подразделения
command-units-help = Список подразделений: добавить, изменить, упразднить
command-staff = Сотрудники
command-staff-help = Список сотрудников: телефоны, роли, право подписи
command-person = Кто за столом
command-person-help = Сменить сотрудника за этим рабочим местом
command-language = English
command-language-help = Другой язык экрана
command-means-nothing = «{ $name }» здесь не действует.
help-title = Помощь
help-all-keys = F1 ещё раз — все клавиши. Esc — назад.
screen-too-small = Нужно окно не меньше { $width }×{ $height }, сейчас { $now_width }×{ $now_height }. Увеличьте окно.
heading-damaged = База повреждена: otklik check

# --- Главный экран ---
home-title = Отклик · { $unit } · { $person }
home-empty =
    Открытых обращений нет.

    Нажмите F7, чтобы зарегистрировать письмо, визит или звонок.
    F1 — помощь, F9 — все команды, / — найти обращение.
home-tab-empty = Здесь пусто. Стрелки влево и вправо — другие списки.
home-leave = Выход — F10. Набранное остаётся черновиком.
home-help =
    Открытые обращения: сверху те, у которых срок ближе.
    Влево и вправо — другой список: просроченные, на сегодня, на три дня, мои, без исполнителя, к отправке.
    Enter — карточка обращения. F6 — назначить исполнителя. R — подготовить ответ. F5 — печать.
    S — отметить подпись, T — отметить отправку. Все действия — F9.
    / — найти по номеру, фамилии, лицевому счёту или телефону.
tab-open = Все
tab-overdue = Просрочено
tab-today = Сегодня
tab-soon = 1–3 дня
tab-mine = Мои
tab-unassigned = Без исп.
tab-unsent = К отправке
column-due = Срок
column-days = Дней
column-number = №
column-client = Заявитель
column-topic = Тема
column-executor = Исполнитель
column-state = Состояние
column-found-by = Найдено
client-erased = (данные удалены)
client-anonymous = Аноним
client-collective = { $signers ->
    [one] Коллективное, { $signers } подпись
    [few] Коллективное, { $signers } подписи
   *[other] Коллективное, { $signers } подписей
}
client-no-contacts = Нет ни адреса, ни телефона, ни почты: отвечать некуда
value-erased = (удалено)
holder-director = директор департамента
holder-nobody = исполнитель не назначен
holder-since = { " " }с { $day }
holder-closed = закрыто { $on }: { $outcome }
summary-received = { " " }· поступило { $day }
summary-reply-by = ответ { $by }
summary-inner-due = Внутренний срок: { $day }
reply-answer = Ответ
reply-interim = { $days ->
    [one] Промежуточный ответ, +{ $days } день
    [few] Промежуточный ответ, +{ $days } дня
   *[other] Промежуточный ответ, +{ $days } дней
}
reply-stage-draft = проект
reply-stage-final = окончательный, ждёт подписи
reply-stage-signed = подписан { $on }, № { $number }, не отправлен
reply-stage-sent = № { $number }, отправлен { $on } { $by }

# --- Карточка ---
card-client = Заявитель
card-content = Обращение
card-resolution = Резолюция ({ $by })
card-replies = Ответы
card-closing = Чем закрыто
card-history = История
card-route = Маршрут: { $route }
card-topic = Тема: { $topic }
card-sender = Письмо заявителя № { $number } от { $on }
card-sheets = Листов: { $sheets }, приложений: { $attachments }
card-covering = Сопроводительное письмо: { $body }
card-remark = Замечание подписанта: { $text }
card-help =
    Карточка обращения: состояние, заявитель, текст, ответы, история.
    F6 — передать, R — ответ, F3 — просмотр, F5 — печать, S — подпись, T — отправка.
    E — продлить срок, A — ответ дан устно, F8 — аннулировать, W — отозвано заявителем.
label-account = Лицевой счёт
label-contract = Договор
label-address = Адрес
label-phone = Телефон
label-email = Эл. почта
label-representative = Представитель
event-unknown = запись новой программы ({ $kind })
event-registered = зарегистрировано № { $number }, ответить до { $due }
event-routed = передано: { $to }
event-routed-resolution = передано: { $to } — «{ $resolution }»
event-reply-drafted = проект ответа
event-reply-finalised = ответ окончательный, подпишет { $signatory }
event-reply-returned = ответ возвращён: «{ $remark }»
event-reply-printed = ответ напечатан
event-reply-signed = ответ подписан { $on }, исходящий № { $number }
event-reply-sent = ответ отправлен { $on } { $by }
event-extended = { $days ->
    [one] срок продлён на { $days } день, до { $due }: { $reason }
    [few] срок продлён на { $days } дня, до { $due }: { $reason }
   *[other] срок продлён на { $days } дней, до { $due }: { $reason }
}
event-answered = ответ дан устно: «{ $gist }»
event-noted = принято к сведению: { $reason }
event-annulled = аннулировано: { $reason }
event-withdrawn = отозвано заявителем: { $reason }
event-reopened = возобновлено, новый срок { $due }: { $reason }
event-filed = списано в дело: { $reason }

# --- Поиск ---
find-title = Поиск
find-label = Найти:
find-hint = Конец номера, фамилия, лицевой счёт или телефон. Ответы появляются по мере ввода.
find-nothing = По «{ $words }» ничего не нашлось. Попробуйте часть фамилии или последние цифры номера.
find-help =
    Наберите конец номера, начало фамилии, лицевой счёт или телефон: большие и малые буквы, е и ё равны.
    Вверх и вниз — выбор, Enter — открыть карточку, Esc — назад.
found-by-number = номер
found-by-account = счёт
found-by-phone = телефон
found-by-name = фамилия
found-due = срок { $day }
person-question = Кто за столом?
person-help = Наберите первые буквы фамилии, Enter — выбрать. Выбор запоминается для следующего запуска.

# --- Действия ---
act-nothing-chosen = Сначала выберите обращение.
act-language = Язык экрана — русский.
act-visit-started = Визит начат в { $at }. Обращение с визита — F7.
act-visit-ended = { $minutes ->
    [one] Визит завершён: { $minutes } минута.
    [few] Визит завершён: { $minutes } минуты.
   *[other] Визит завершён: { $minutes } минут.
}

# --- Формы ---
form-missing = Заполните это поле
form-no-date = Это не дата: 24.11, 24.11.2026, т (сегодня), −1
form-no-number = Это не число
form-no-phone = Это не телефон
form-not-in-list = Выберите из списка (F4)
form-too-long = { $given } КиБ, а поле вмещает { $limit } КиБ
form-no-email = Это не адрес почты: нужен знак @
form-who = Укажите фамилию, организацию или отметьте «Аноним»
form-refused = Проверьте отмеченное поле.
form-left = Черновик сохранён: D — продолжить.
form-draft-kept = черновик хранится
form-draft-lost = Черновик не удаётся сохранить на диск: не закрывайте форму без F2.
form-changed = Пока вы заполняли форму, обращение изменил(а) { $who }. Набранное осталось; F2 — сохранить поверх.
form-no-values = В этом поле выбирать не из чего: наберите значение.
confirm-yes = Да
confirm-no = Нет

# --- Новое обращение ---
new-question = Что поступило?
new-help = Письмо — всё, что пришло написанным: почта, нарочный, факс, электронная почта, виртуальная приёмная.
new-letter = Письмо
new-visit = Визит
new-phone = Звонок
label-received = Поступило
label-channel = Как поступило
label-sender-number = Исх. № заявителя
label-sender-date = Дата письма
label-given = Имя
label-patronymic = Отчество
label-anonymous = Аноним
label-kind = Вид
label-topic = Тема
label-sheets = Листов
label-attachments = Приложений
label-answer = Ответ дан на месте
label-reply-by = Как ответить
label-late-reason = Причина задержки
note-date = 24.11, 24112026, т — сегодня, −1 — вчера
note-surname = фамилия гражданина; для организации заполните «Организация»
note-organisation = если пишет организация; фамилия тогда — контактное лицо
note-phone = как продиктовали: 8 900 123-45-67
note-gist = одна строка; пусто — возьмётся первая строка текста
note-text = Tab — дальше, Enter — новая строка
note-answer = если вы ответили сразу: суть ответа; обращение закроется
note-agreed = пробел — заявитель согласен на устный ответ
note-reply-by = пусто — почтой, на электронное письмо — электронной почтой
note-late-reason = если со дня поступления прошло больше рабочего дня
help-new-appeal = Форма заполняется сверху вниз, как бумага. Enter и Tab — дальше, вверх — назад, F2 — зарегистрировать из любого места. Обязательны вид, содержание и заявитель (или «Аноним»).
help-date = Дата набирается как удобно: 24.11 — этого года, т — сегодня, −1 — вчера, +3 — через три дня. Дата поступления не может быть позже сегодняшней.
help-channel = Каким путём пришло письмо (R1, R18). От пути и места приёма зависит маршрут: R3, R4, R12.
help-name = Фамилия, имя и отчество заявителя, как в письме. Отчества может не быть.
help-organisation = Название организации, если пишет она. Тогда фамилия, имя и отчество — контактное лицо.
help-contacts = Хотя бы один способ связи: адрес, телефон или электронная почта. Без них обращение регистрируется, но ответ не даётся (R8).
help-anonymous = Отметьте пробелом, если заявитель не назвался. Контакты, если они есть, всё равно запишите.
help-kind = Жалоба, предложение, отзыв, заявление или запрос (R17). Наберите первую букву.
help-topic = Тема по справочнику (R15): наберите любую часть названия. Можно оставить пустым.
help-gist = Краткое содержание — одна строка для списков и писем. Текст целиком можно вставить или набрать позже.
help-answer = Если вопрос решён сразу, запишите суть ответа и отметьте согласие заявителя на устный ответ: обращение зарегистрируется и закроется одним сохранением.
help-reply-by = Заявитель может выбрать любой способ ответа (R21); для него нужен свой контакт. Пусто — обычный способ.
help-late = Если письмо пришло раньше и его регистрируют с опозданием, здесь пишут почему.
button-register = Зарегистрировать
notice-due = Ответить до { $due }
notice-answered = Ответ дан на месте: обращение закроется при сохранении
notice-no-contacts = Нет ни адреса, ни телефона, ни почты: ответ не даётся (R8)
done-registered = Зарегистрировано: № { $number } · ответить до { $due }
done-registered-answered = Зарегистрировано и закрыто: № { $number } · ответ дан на месте

# --- Шаги ---
step-on = Дата
step-way = Как подписано
step-signed-ink = на бумаге
step-signed-file = электронной подписью
step-sent-by = Как отправлено
step-days = Дней продления
step-answer = Суть ответа
step-agreed = Согласен на устный ответ
button-sign = Отметить подпись
button-sent = Отметить отправку
button-return = Вернуть на доработку
button-extend = Продлить срок
button-answer = Записать устный ответ
button-close = Принять к сведению
button-file = Списать в дело
button-annul = Аннулировать
button-withdraw = Отозвано заявителем
button-reopen = Возобновить
button-route = Передать
step-help-sign = Дата подписания станет датой письма; тогда же даётся исходящий номер. Право подписи проверяется на эту дату (R6).
step-help-sent = Для письма — день сдачи в почту: он и считается днём ответа.
step-help-return = Ответ снова станет проектом; замечание увидит исполнитель.
step-help-extend = Продление — только после отправленного промежуточного ответа, ровно на названное в нём число дней, не больше 15 (R13).
step-help-answer = Устным ответом закрывают личный приём и звонок, если заявитель согласен.
step-help-close = Отзыв закрывается как «принято к сведению»; уже закрытое обращение списывается в дело.
step-help-annul = Только для ошибочной записи и пока ничего не отправлено. Номер остаётся занятым (R2).
step-help-withdraw = Заявитель попросил прекратить рассмотрение.
step-help-reopen = Обращение откроется с новым сроком от сегодняшнего дня; первый ответ и срок сохраняются.
done-signed = Подписано, исходящий № { $outgoing }. Отправка — T.
done-sent-closed = № { $number }: ответ отправлен, обращение закрыто.
done-sent = № { $number }: промежуточный ответ отправлен.
done-returned = Ответ возвращён на доработку.
done-extended = Срок продлён до { $due }.
done-answered = № { $number }: ответ записан, обращение закрыто.
done-filed = № { $number } списано в дело.
done-closed = № { $number }: принято к сведению.
done-annulled = № { $number } аннулировано.
done-withdrawn = № { $number }: отозвано заявителем.
done-reopened = № { $number } возобновлено, новый срок { $due }.
done-routed = № { $number }: { $holder }.
route-to = Кому
route-to-note = первые буквы фамилии или подразделения
route-inner-due = Внутренний срок
route-inner-due-note = не позже { $due }; можно не ставить
route-override = Причина отступления
route-override-note = только если обращение идёт не по маршруту
route-resolution-usual = Подготовить ответ заявителю в установленный срок.
route-help = Кому передать: исполнителю, в подразделение или директору департамента. Исполнителя назначает руководитель (R3, R4). Если путь отличается от маршрута, нужна причина.

# --- Ответ ---
reply-title = Ответ на № { $number }
reply-template = Шаблон
reply-no-template = Без шаблона
reply-template-broken = Шаблон { $file } не читается: { $why }
reply-days-note = только для промежуточного ответа; не больше 15
reply-addressee-note = в дательном падеже; программа предлагает, проверьте
reply-substance = По существу
reply-substance-note = ответ на вопрос; для промежуточного — «в связи с необходимостью …»
reply-signatory = Подпишет
reply-signatory-note = у кого сегодня есть право подписи
reply-final = Окончательный
reply-final-note = пробел; без отметки — сохранится проект
reply-about = «{ $gist }» · до { $due }
button-reply = Сохранить ответ
help-reply = Шаблон даёт обращение к заявителю и концовку, вы пишете ответ по существу. F3 — как это выйдет на бумаге.
help-template = Ответ или промежуточный ответ: шаблоны лежат файлами и правятся без программиста.
help-days = На сколько дней продлить срок. Только для промежуточного ответа на электронное письмо (R13).
help-addressee = Кому и куда, по строкам: фамилия в дательном падеже, потом адрес.
help-substance = Конкретный ответ на вопрос заявителя (R6). Одних слов шаблона мало: такой ответ не станет окончательным.
help-signatory = Уполномоченное лицо, которое подпишет письмо (R6). Право подписи даётся в списке сотрудников.
help-final = Окончательный ответ печатается без слова «ПРОЕКТ» и больше не правится; подписант может вернуть его с замечанием.
done-reply-draft = Проект ответа сохранён.
done-reply-final = Ответ окончательный. F5 — печать, S — отметить подпись.

# --- Бумага ---
preview-title = Просмотр
preview-help = Так письмо выйдет на бумаге. Вверх, вниз, PgUp, PgDn — листать; F5 — печать; Esc — назад.
preview-not-final = Печатается окончательный ответ: сохраните его с отметкой «Окончательный».
print-question = Что и куда печатать?
print-help = PDF и текст записываются рядом с базой, в папку letters-out; принтер — очередь печати системы.
print-as-pdf = { $paper }: файл PDF
print-as-text = { $paper }: текстовый файл
print-on-printer = { $paper }: на принтер
paper-reply = Ответ
paper-draft = Проект ответа
paper-receipt = Талон заявителю
file-reply = ответ
file-receipt = талон
done-printed = Отправлено на принтер.
done-written = Записано: { $file }

# --- Черновики ---
drafts-none = Черновиков нет.
drafts-question = Черновики
drafts-help = Enter — продолжить, Del — забыть черновик. Сохранённое обращение черновиком не остаётся.
drafts-offered = { $count ->
    [one] Есть { $count } черновик: «{ $newest }». D — продолжить.
    [few] Есть { $count } черновика, новейший: «{ $newest }». D — продолжить.
   *[other] Есть { $count } черновиков, новейший: «{ $newest }». D — продолжить.
}
drafts-unknown = Этот черновик сделала другая программа: открыть его здесь нельзя.
drafts-forgotten = Черновик «{ $label }» удалён.
age-minutes = { $n ->
    [one] { $n } минуту назад
    [few] { $n } минуты назад
   *[other] { $n } минут назад
}
age-hours = { $n ->
    [one] { $n } час назад
    [few] { $n } часа назад
   *[other] { $n } часов назад
}
age-days = { $n ->
    [one] { $n } день назад
    [few] { $n } дня назад
   *[other] { $n } дней назад
}

# --- Письма (всегда по-русски) ---
letter-heading = О рассмотрении обращения
letter-own = { $on } № { $number }
letter-own-blank = ____________ № ____________
letter-incoming = На № { $number } от { $on }
letter-theirs = (Ваш № { $number } от { $on })
letter-title = Ответ на обращение № { $number }
letter-draft = ПРОЕКТ
letter-phone = тел. { $phone }
letter-email = эл. почта: { $email }
letter-dear = Уважаемый заявитель!
letter-dear-sir = Уважаемый { $name }!
letter-dear-madam = Уважаемая { $name }!
receipt-heading = Талон о приёме обращения № { $number }
receipt-number = Номер
receipt-registered = Зарегистрировано
receipt-due = Ответ не позднее
receipt-client = Заявитель
receipt-gist = Содержание
receipt-by = Приняли
deliver-fonts = Шрифты программы повреждены: установите её заново.
deliver-too-long = Письмо больше { $limit } КиБ: сократите текст.
deliver-refused = PDF не получился: { $why }. Напечатайте текстовый файл.
deliver-file = Файл { $file } не записан: { $why }.
deliver-no-spooler = На этой машине нет очереди печати (lp). Запишите письмо в файл и напечатайте его.
deliver-printer = Принтер не взял письмо: { $why }. Письмо не пропало: повторите печать или запишите файл.
