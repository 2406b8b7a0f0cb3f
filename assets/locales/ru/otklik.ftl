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
reply-will-be-post = направлен почтой
reply-will-be-email = направлен по электронной почте
reply-will-be-phone = дан по телефону
reply-will-be-fax = направлен факсом
reply-will-be-in-person = вручён лично
reply-will-be-pickup = готов к выдаче
reply-will-be-virtual-reception = дан в виртуальной приёмной

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
field-representative = Представитель
field-covering-body = Кто переслал
field-signers = Сколько подписей
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
term-today = срок истекает сегодня
term-overdue = { $days ->
    [one] просрочено на { $days } день
    [few] просрочено на { $days } дня
   *[other] просрочено на { $days } дней
}
term-left = { $days ->
    [one] остался { $days } день
    [few] осталось { $days } дня
   *[other] осталось { $days } дней
}
term-closed-late = { $days ->
    [one] закрыто с опозданием на { $days } день
    [few] закрыто с опозданием на { $days } дня
   *[other] закрыто с опозданием на { $days } дней
}
term-closed-in-time = закрыто в срок
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
due-from-reopening = со дня возобновления { $day }
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
refusal-written-later = Дата на письме позже дня его поступления ({ $received }). Исправьте дату.
refusal-unknown-topic = Темы «{ $code }» нет в справочнике. Выберите тему из списка.
refusal-unknown-unit = Подразделения «{ $unit }» нет или оно упразднено. Выберите другое.
refusal-unknown-person = Сотрудника «{ $login }» нет или он уволен. Выберите другого.
refusal-external-unit = «{ $unit }» ведёт свою базу: зарегистрируйте обращение там или выберите своё подразделение.
refusal-no-norm = Нет нормы срока для «{ $channel }», «{ $kind }». Администратор загружает нормы: otklik load norms ФАЙЛ.
refusal-no-contact-for = Чтобы ответить { $by }, нужен { $contact }. Укажите его или выберите другой способ ответа.
refusal-oral-only = Устным ответом закрывают только личный приём и звонок, а это — «{ $channel }». Подготовьте письменный ответ.
refusal-needs-agreement = Отметьте, что заявитель согласен на устный ответ, или подготовьте письменный.
refusal-needs-role = Это может сделать: { $roles }. Попросите их или поменяйте роли в списке сотрудников.
refusal-closed = Обращение закрыто { $on }: { $outcome }. Чтобы продолжить, попросите руководителя возобновить его.
refusal-closed-annulled = Обращение аннулировано { $on }: его не продолжают и не возобновляют. Зарегистрируйте его заново.
refusal-open = Обращение ещё открыто. Сначала закройте его.
refusal-already-filed = Обращение уже списано в дело { $on }. Если нужно продолжить, попросите руководителя возобновить его.
refusal-already-there = Обращение уже там. Выберите другое подразделение или исполнителя.
refusal-off-route = По маршруту обращение идёт иначе. Передайте по маршруту или попросите руководителя или директора изменить путь, указав причину.
refusal-inner-due-later = Внутренний срок не может быть позже срока исполнения { $due }. Поставьте более раннюю дату.
refusal-inner-due-past = Внутренний срок не может быть раньше сегодняшнего дня ({ $today }). Поставьте дату не раньше.
refusal-no-extension = Норма «{ $norm }» не допускает продления: по Стандарту продлевают только срок обращений по электронной почте. Ответьте в срок.
refusal-already-extended = Срок уже продлён: второй раз нельзя. Ответьте в продлённый срок.
refusal-extension-days = Продлить можно не больше чем на { $limit } дн. и не меньше чем на 1. Исправьте число дней.
refusal-no-interim-sent = Сначала отправьте промежуточный ответ (R, шаблон «Промежуточный ответ»), потом продлевайте срок.
refusal-interim-proposed = В отправленном промежуточном ответе назван срок { $days } дн.: продлите ровно на столько.
refusal-due-past = Срок истёк { $due }: продлевать поздно. Подготовьте ответ.
refusal-past-other-norm = Продлённый срок выйдет за предел нормы «{ $norm }»: { $limit }. Уменьшите число дней.
refusal-no-draft = Нет проекта ответа. Подготовьте его.
refusal-no-final = Нет окончательного ответа, который ждёт подписи. Сначала завершите проект.
refusal-not-signed = Ответ не подписан. Отметьте подпись, потом отправку.
refusal-reply-under-way = Такой ответ уже ждёт подписи или отправки. Верните его с замечанием или отправьте.
refusal-no-executor = Нет исполнителя, а в письме нужны его фамилия и телефон. Назначьте исполнителя: F6, или otklik route.
refusal-executor-lacks = У исполнителя { $person } не заполнено: { $missing }. Дополните в списке сотрудников.
refusal-signatory-lacks = У подписанта { $person } не заполнено: { $missing }. Дополните в списке сотрудников.
refusal-no-substance = В ответе нет содержания по существу: только слова шаблона. Напишите ответ на вопрос заявителя.
refusal-unfilled = В письме не заполнено: { $holes }. Впишите недостающее.
refusal-may-not-sign = { $person } не имеет права подписи на { $on }. Выберите другого подписанта или дайте право в списке сотрудников.
refusal-in-future = Дата позже сегодняшней ({ $today }). Исправьте дату.
refusal-before = Дата раньше { $earliest }. Исправьте дату.
refusal-not-a-review = «Принято к сведению» — только для отзывов. Подготовьте ответ на это обращение.
refusal-reply-asked = Заявитель просил ответ: «принято к сведению» недостаточно. Подготовьте ответ.
refusal-already-sent = По обращению уже отправлено письмо: аннулировать нельзя. Закройте его ответом или отметьте отзыв.
refusal-cant-reopen-annulled = Аннулированное обращение не возобновляют. Зарегистрируйте его заново.
refusal-code-taken = Код «{ $code }» уже занят. Выберите другой.
refusal-bad-code = Код «{ $code }» не подходит. Наберите код из букв, цифр, «-», «_» и «.», не больше 32 знаков.
refusal-office-code-fixed = Код офиса нельзя менять: с ним уже выданы номера. Оставьте прежний код.
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
refusal-empty-list = В файле ничего нет. Проверьте, тот ли это файл.
refusal-bad-list = Код «{ $code }» в файле стоит дважды или пуст. Исправьте файл.
refusal-series-begun = Нумерация «{ $series }» за { $year } год уже начата: начало задают один раз, до первого номера. Продолжайте с номера { $next }.
series-appeal = обращения
series-outgoing = исходящие
refusal-visit-ended = Визит уже завершён. Начните новый.
refusal-request-taken = Под этим request_id уже зарегистрировано другое: № { $number }. Дайте новому обращению новый request_id.

# --- Команды: полоса внизу (не больше 6 знаков), имя, что делает ---
command-help = Помощь
command-help-bar = Помощь
command-help-help = Помощь по этому месту или полю; ещё раз — все клавиши с поиском
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
command-find-help = Найти обращение по номеру, номеру письма, фамилии, счёту, телефону или эл. почте
command-undo = Отменить
command-undo-help = В форме — вернуть поле, каким оно было; в списке и карточке — отменить свой последний шаг
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
command-return-help = Вернуть исполнителю с замечанием окончательный ответ или подписанный, но не отправленный
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
help-all-keys = F1 ещё раз — все клавиши, их можно искать. Esc — назад.
help-search = Найти клавишу или команду:
keys-next = Enter, Tab, вниз
keys-next-help = В форме — следующее поле, за последним — кнопка; в списке Enter открывает или выбирает
keys-back = Shift+Tab, вверх
keys-back-help = Предыдущее поле или строка
keys-leave = Esc
keys-leave-help = На шаг назад; набранное остаётся черновиком
keys-ends = Home, End
keys-ends-help = В начало и в конец строки или списка
keys-pages = PgUp, PgDn
keys-pages-help = Страница вверх и вниз: в списке, в длинном тексте, в длинной форме
keys-whole = Ctrl+Home, Ctrl+End
keys-whole-help = В начало и в конец текста, списка или формы
keys-words = Ctrl+влево, Ctrl+вправо
keys-words-help = На слово назад и вперёд
keys-erase-word = Ctrl+Backspace, Ctrl+Delete
keys-erase-word-help = Стереть слово перед курсором и за ним
keys-empty = Ctrl+U
keys-empty-help = Очистить поле
keys-as-last = =
keys-as-last-help = В поле «Тема» — та же тема, что в прошлый раз
keys-step = Ctrl+вверх, Ctrl+вниз
keys-step-help = В большом тексте — сразу к соседнему полю
keys-mark = Пробел, Insert
keys-mark-help = Отметить строку очереди или значение в списке, где выбирают несколько
keys-mark-all = *
keys-mark-all-help = В очереди — отметить все прочитанные строки
keys-tabs = Влево, вправо
keys-tabs-help = На главном экране — соседняя очередь; в вопросе — другой ответ
keys-letters = Буквы
keys-letters-help = В списке — найти по первым буквам любого слова, в любой раскладке, ё и е не различаются
keys-digits = Alt+1 … Alt+0
keys-digits-help = То же, что F1 … F10, если терминал занял функциональные клавиши
screen-too-small = Нужно окно не меньше { $width }×{ $height }, сейчас { $now_width }×{ $now_height }. Увеличьте окно.
heading-damaged = База повреждена: otklik check
check-not-looked = Проверить базу за работой не удалось: занята или не открывается. Проверьте сами: otklik check.

# --- Главный экран ---
home-title-nobody = Отклик
home-title = Отклик · { $unit } · { $person }
home-visit = { " " }· визит с { $since }
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
column-inner = Внутр.
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
summary-inner-today = , сегодня
summary-inner-past = { $days ->
    [one] , прошёл { $days } день назад
    [few] , прошёл { $days } дня назад
   *[other] , прошёл { $days } дней назад
}
summary-inner-left = { $days ->
    [one] , через { $days } день
    [few] , через { $days } дня
   *[other] , через { $days } дней
}
reply-answer = Ответ
reply-interim = { $days ->
    [one] Промежуточный ответ, +{ $days } день
    [few] Промежуточный ответ, +{ $days } дня
   *[other] Промежуточный ответ, +{ $days } дней
}
reply-stage-draft = проект
reply-stage-final = ждёт подписи
reply-stage-signed = подписано { $on }, № { $number }, не отправлено
reply-stage-sent = № { $number }, отправлено { $on } { $by }

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
card-sender-dated = Письмо заявителя от { $on }, без номера
card-sender-numbered = Письмо заявителя № { $number }, без даты
card-sheets = Листов: { $count }
card-attachments = Приложений: { $count }
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
label-inn = ИНН
label-email = Эл. почта
label-representative = Представитель
event-unknown = запись новой программы ({ $kind })
event-registered = зарегистрировано № { $number }, ответить до { $due }
event-routed = передано: { $to }
event-routed-resolution = передано: { $to } — «{ $resolution }»
event-reply-drafted = проект ответа
event-draft-changed = { $draft } — правка
event-interim-drafted = проект промежуточного ответа
event-what-reply = ответ
event-what-receipt = талон
event-what-card = регистрационная карточка
event-what-slip = бланк резолюции
event-what-interim = промежуточный ответ
event-reply-finalised = { $what }: текст окончательный, подпишет { $signatory }
event-reply-returned = { $what }: возвращено с замечанием «{ $remark }»
event-printed = { $what }: напечатано
event-written = { $what }: записано в файл
event-reply-signed = { $what }: подписано { $on }, исходящий № { $number }
event-reply-sent = { $what }: отправлено { $on } { $by }
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
find-hint = Конец номера, номер письма, фамилия, лицевой счёт, телефон или эл. почта. Ответы появляются по мере ввода.
find-other-layout = По «{ $words }» ничего нет. Показано по «{ $meant }»: другая раскладка.
find-nothing = По «{ $words }» ничего не нашлось. Попробуйте часть фамилии или последние цифры номера.
find-help =
    Наберите конец номера, номер письма (исходящий или заявителя), начало фамилии, лицевой счёт, телефон или эл. почту: большие и малые буквы, е и ё равны.
    Вверх и вниз — выбор, Enter — открыть карточку, Esc — назад.
found-by-number = номер
found-by-letter = письмо
found-by-email = эл. почта
found-by-account = счёт
found-by-phone = телефон
found-by-name = фамилия
found-due = срок { $day }
person-question = Кто за столом?
person-help = Наберите первые буквы фамилии, Enter — выбрать. Выбор запоминается для следующего запуска.

# --- Действия ---
act-nothing-chosen = Сначала выберите обращение.
act-language = Язык экрана — русский.
act-not-closed = Обращение не закрыто: возобновлять нечего.
act-visit-going-on = Визит уже идёт с { $since }. Завершить его — B.
act-visit-started = Визит начат в { $at }. Обращение с визита — F7.
act-visit-ended = { $minutes ->
    [one] Визит завершён: { $minutes } минута.
    [few] Визит завершён: { $minutes } минуты.
   *[other] Визит завершён: { $minutes } минут.
}

# --- Формы ---
form-missing = Заполните это поле
form-no-date = Это не дата: 24.11, 24.11.2026, т (сегодня), −1
form-too-many = Так много не бывает: не больше { $most }
form-no-number = Это не число: нужны только цифры
form-no-phone = Это не телефон: 5–15 цифр, например 22-33-44
form-not-in-list = Выберите из списка (F4)
list-nothing = Ничего не найдено
paste-no-place = Вставка ничего не сделала: здесь буквы — команды. Встаньте в поле и вставьте ещё раз.
list-nothing-typed = Не нашлось: «{ $typed }». Сотрите лишнее (Backspace) или закройте список (Esc).
form-nearly-full = { $count ->
    [one] Поле почти полно: войдёт ещё { $count } буква
    [few] Поле почти полно: войдёт ещё { $count } буквы
   *[other] Поле почти полно: войдёт ещё { $count } букв
}
form-too-long = { $given } КиБ, а поле вмещает { $limit } КиБ
email-no-at = Это не адрес почты: нужен знак @
email-no-name = Это не адрес почты: перед @ и между точками нужны буквы
email-no-domain = Это не адрес почты: после @ нужна точка, как в mail.ru
email-sign = Это не адрес почты: «{ $sign }» здесь не бывает
email-space = Это не адрес почты: в нём не бывает пробелов
form-no-inn = Это не ИНН: 10 или 12 цифр
form-named-anonymous = Отмечен «Аноним», а заявитель назван. Оставьте одно из двух.
form-who = Укажите фамилию, организацию или отметьте «Аноним»
form-refused = Проверьте отмеченное поле.
form-left = Черновик сохранён: D — продолжить.
form-draft-kept = черновик хранится
form-draft-resumed = продолжен черновик ({ $age })
form-meanwhile = Обращение изменилось: { $changes }
form-draft-lost = Диск не принимает черновик: он пока только в памяти. Освободите место — запишется сам; до того не закрывайте программу.
form-draft-in-memory = ! черновик только в памяти
form-left-in-memory = Черновик пока только в памяти: освободите место на диске и не закрывайте программу. D — продолжить.
form-changed = Пока вы заполняли форму, обращение изменилось: { $changes }. Набранное осталось; F2 — сохранить поверх.
form-no-values = В этом поле выбирать не из чего: наберите значение.
form-values-tick = Здесь ставят или снимают отметку: нажмите пробел.
confirm-yes = Да
confirm-no = Нет
confirm-back = Вернуться
confirm-clock = Время верное, сохранить
confirm-late = Зарегистрировать без причины
confirm-late-reason = Указать причину

# --- Новое обращение ---
new-question = Что поступило?
new-begun = есть черновик: Esc, D
new-help = Письмо — почтой, нарочно или факсом. У электронной почты, виртуальной приёмной и книги отзывов свои формы. Консультация записывается без номера и срока.
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
label-late-reason = Почему позже
note-date = 24.11, 24112026, т — сегодня, −1 — вчера
note-organisation = если пишет организация; фамилия тогда — контактное лицо
note-phone = как продиктовали: 8 900 123-45-67
note-gist = одна строка; пусто — начало текста без приветствия
note-text = Tab — дальше, Enter — новая строка
note-answer = если вы ответили сразу: суть ответа; обращение закроется
note-agreed = пробел — заявитель согласен на устный ответ
note-reply-by = пусто — почтой, на электронное письмо — электронной почтой
note-late-reason = если со дня поступления прошло больше рабочего дня
help-new-appeal = Форма заполняется сверху вниз, как бумага. Enter и Tab — дальше, вверх — назад, F2 — зарегистрировать из любого места. Обязательны вид, содержание и заявитель (или «Аноним»).
button-register = Зарегистрировать
notice-answered = Ответ дан на месте: обращение закроется при сохранении
notice-no-contacts = Без контактов письменное обращение не рассматривается (R8)
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
step-help-return = Ответ снова станет проектом; замечание увидит исполнитель. Исходящий номер, если он уже дан, аннулируется.
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
route-letter-needs = Письму нужен исполнитель: выберите, кто ответит
route-inner-due-note = не позже { $due }; можно не ставить
route-override = Причина отступления
route-override-note = только если обращение идёт не по маршруту
route-resolution-usual = Подготовить ответ заявителю в установленный срок.
route-help = Кому передать: исполнителю, в подразделение или директору департамента. Исполнителя назначает руководитель (R3, R4). Если путь отличается от маршрута, нужна причина.

# --- Ответ ---
reply-title = Ответ на № { $number }
reply-notice-title = Уведомление по № { $number }
reply-template = Шаблон
reply-no-template = Без шаблона
reply-template-broken = { $count ->
    [one] { $first }. Действует прежний.
    [few] { $first }. Всего с ошибкой { $count } файла, действуют прежние.
   *[other] { $first }. Всего с ошибкой { $count } файлов, действуют прежние.
}
reply-days-note = только для промежуточного ответа; не больше 15
reply-addressee-note = в дательном падеже; программа предлагает, проверьте
reply-signatory = Подпишет
reply-signatory-note = у кого сегодня есть право подписи
reply-final = Окончательный
reply-final-note = пробел; без отметки — сохранится проект
reply-about = «{ $gist }» · до { $due }
button-reply = Сохранить ответ
help-reply = Шаблон заполняет весь текст письма, и весь его можно править. ‹Места в скобках› ждут ваших слов: Ctrl+N — следующее, Ctrl+O — само обращение. F3 — как это выйдет на бумаге.
reply-kept-not-final = Проект сохранён. { $why }
done-reply-draft = Проект ответа сохранён.
done-letterhead-bare = В бланке письма нет ни адреса, ни телефона организации: F9, «Организация».
done-reply-final = Ответ окончательный. F5 — печать, S — отметить подпись.

# --- Бумага ---
preview-title = Просмотр
preview-help = Так письмо выйдет на бумаге. Вверх, вниз, PgUp, PgDn — листать; F5 — печать; Esc — назад.
preview-not-final = Печатается окончательный ответ: сохраните его с отметкой «Окончательный».
print-question = Что и куда печатать?
print-help = Первая строка — как обычно: F5, Enter. Наберите начало слова, чтобы найти бумагу. Файлы ложатся рядом с базой, в папку letters-out. Окончательный ответ, талон, карточка и бланк резолюции сохраняются: повторная печать — та же бумага, пока в ней сказано то же. Что принтер не взял, остаётся в списке «Не напечатано».
print-as-pdf = { $paper }: файл PDF
print-as-text = { $paper }: текстовый файл
print-on-printer = { $paper }: на принтер
print-on-named = { $paper }: на принтер { $printer }
print-other = Другой принтер, несколько экземпляров…
print-many = Несколько писем подряд…
print-unprinted = { $count ->
    [one] Не напечатано: { $count } письмо…
    [few] Не напечатано: { $count } письма…
   *[other] Не напечатано: { $count } писем…
}
printers-title = Другой принтер
printers-asked = Узнаём, какие есть принтеры…
printers-esc = Esc — не ждать
printers-help = Система перечисляет свои принтеры: с сетевыми это может занять несколько секунд. Список откроется сам. Esc возвращает назад сразу.
print-no-printers = В системе нет ни одного принтера. Запишите письмо в файл или попросите администратора добавить принтер.
print-listed = Письмо осталось в списке «Не напечатано».
print-listed-many = Что не вышло, осталось в списке «Не напечатано».
print-no-such-paper = «{ $paper }»: такой бумаги у этого обращения нет или уже нет — нет адреса, резолюции. Откройте карточку и проверьте.
print-template = «{ $paper }»: шаблон не подходит: { $why }. Исправьте шаблон.
print-on-the-way = № { $number }: печатается. Можно работать дальше; будет сказано, когда принтер примет письмо.
print-already = № { $number }: это письмо уже печатается. Подождите, пока принтер примет его: об этом будет сказано.
print-let-go-many = { $count ->
    [one] { $count } письмо убрано из списка «Не напечатано»: печатать его больше нельзя.
    [few] { $count } письма убраны из списка «Не напечатано»: печатать их больше нельзя.
   *[other] { $count } писем убраны из списка «Не напечатано»: печатать их больше нельзя.
}
cli-let-go = { $count ->
    [one] № { $number }: { $count } письмо убрано из списка «Не напечатано».
    [few] № { $number }: { $count } письма убраны из списка «Не напечатано».
   *[other] № { $number }: { $count } писем убраны из списка «Не напечатано».
}
cli-not-listed = Писем обращения № { $number } в списке «Не напечатано» нет. Проверьте номер.
done-outdated = Пока письмо печаталось, ответ изменился: эта бумага — прежняя, её не отправляйте. Напечатайте письмо заново.
print-unknown = неизвестно, взял ли его принтер: программа закрылась раньше. Посмотрите на принтер, прежде чем печатать ещё раз
print-holds-back = Письмо ещё печатается. Подождите или нажмите выход ещё раз: оно останется в списке «Не напечатано».
print-not-kept = Письмо не удалось сохранить рядом с базой: { $why }. Оно не напечатано. Проверьте место на диске и права на папку letters-kept и повторите.
print-default = по умолчанию
print-stopped = остановлен
print-field-paper = Что
print-field-printer = Принтер
print-field-copies = Экземпляров
print-field-takes = Чем печатать
print-copies-wrong = от 1 до { $most }
print-form-help = F4 — список принтеров системы. Чем печатать: страницы — для лазерного или струйного принтера; текст — 66 знаков в строке; CP866 — для матричного принтера, который сам печатает кириллицу. Принтер и его вид запоминаются: в другой раз хватит F5, Enter.
button-print = Печать
takes-pdf = Страницы (PDF)
takes-text = Текст, разметит система
takes-cp866 = Текст CP866, матричный принтер
batch-question = Что напечатать подряд?
batch-on-printer = { $letters }: на принтер
batch-on-named = { $letters }: на принтер { $printer }
batch-as-pdf = { $letters }: файлы PDF
batch-signed-new = Подписаны сегодня, ещё не печатались ({ $count })
batch-signed = Все подписанные сегодня ({ $count })
batch-awaiting = Ждут подписи ({ $count })
batch-unprinted = Не напечатаны ({ $count })
batch-help = Письма печатаются одно за другим. Esc останавливает сразу: письмо, которое уже у принтера, выйдет целиком, о нём будет сказано. Что принтер не взял, остаётся в списке «Не напечатано».
batch-running = Печать подряд
batch-of = { $done } из { $total }
batch-failed = Не напечатано: { $count }
batch-esc = Esc — остановить на этом письме
print-batch-none = Печатать нечего: таких писем нет.
print-batch-done = { $count ->
    [one] Вышло { $count } письмо.
    [few] Вышло { $count } письма.
   *[other] Вышло { $count } писем.
}
print-batch-folder = Файлы — в папке { $folder }.
print-batch-failed = Вышло писем: { $done }, не вышло: { $failed }.
print-batch-stopped = Остановлено: вышло { $done } из { $total }, не начато: { $left }.
home-unprinted = Не напечатано
home-unprinted-open = Письма, которые не взял принтер. Enter — открыть: напечатать или убрать из списка.
unprinted-none = Ненапечатанных писем нет.
unprinted-unreadable = { $count ->
    [one] { $count } запись о ненапечатанном письме не читается: она осталась в файле { $file }, покажите его администратору.
    [few] { $count } записи о ненапечатанных письмах не читаются: они остались в файле { $file }, покажите его администратору.
   *[other] { $count } записей о ненапечатанных письмах не читаются: они остались в файле { $file }, покажите его администратору.
}
unprinted-help = Письма, которые не взял принтер. Enter — карточка, F5 — напечатать это или все, F8 или Del — убрать из списка. Напечатанное уходит из списка само.
unprinted-paper = Что
unprinted-when = Когда
unprinted-system = принтер системы
unprinted-one = № { $number }: на принтер
unprinted-one-named = № { $number }: на принтер { $printer }
unprinted-all = Все ({ $count }): на принтер
unprinted-all-named = Все ({ $count }): на принтер { $printer }
unprinted-let-go = Убрать письмо к обращению № { $number } из списка? Оно не напечатано.
unprinted-let-go-yes = Убрать
unprinted-let-go-no = Оставить
paper-reply = Ответ
paper-draft = Проект ответа
paper-receipt = Талон заявителю
file-reply = ответ
file-receipt = талон
done-printed = Отправлено на принтер.
done-printed-on = Отправлено на принтер { $printer }.
done-printed-waits = Очередь { $printer } остановлена: письмо ждёт в ней. Включите принтер или напечатайте на другом.
done-printed-waits-why = Очередь { $printer } остановлена ({ $why }): письмо ждёт в ней. Включите принтер или напечатайте на другом.
done-printed-copies = { $copies ->
    [one] { $copies } экземпляр.
    [few] { $copies } экземпляра.
   *[other] { $copies } экземпляров.
}
done-printed-signs = { $count ->
    [one] { $count } знака нет в кодировке принтера, вместо него «?»: проверьте бумагу.
    [few] { $count } знаков нет в кодировке принтера, вместо них «?»: проверьте бумагу.
   *[other] { $count } знаков нет в кодировке принтера, вместо них «?»: проверьте бумагу.
}
done-renewed-missing = Прежняя бумага этого ответа пропала из letters-kept: письмо составлено заново, сверьте его.
done-renewed-damaged = Прежняя бумага этого ответа в letters-kept повреждена: письмо составлено заново, сверьте его.
done-written = Записано: { $file }

# --- Черновики ---
drafts-hold-back = { $count ->
        [one] { $count } черновик только в памяти: диск его не принимает. Освободите место или нажмите выход ещё раз — тогда он пропадёт.
        [few] { $count } черновика только в памяти: диск их не принимает. Освободите место или нажмите выход ещё раз — тогда они пропадут.
       *[other] { $count } черновиков только в памяти: диск их не принимает. Освободите место или нажмите выход ещё раз — тогда они пропадут.
    }
drafts-none = Черновиков нет.
drafts-aside = Файл черновиков был повреждён и отложен под именем { $file }; что прочиталось, перенесено. Проверьте черновики и список «Не напечатано», файл покажите администратору.
drafts-unusable = Файл черновиков { $file } не открывается: набранное пока только в памяти. Покажите его администратору.
drafts-unreadable = { $count ->
    [one] { $count } черновик не читается: он остался в файле { $file }, покажите его администратору.
    [few] { $count } черновика не читаются: они остались в файле { $file }, покажите его администратору.
   *[other] { $count } черновиков не читаются: они остались в файле { $file }, покажите его администратору.
}
drafts-question = Черновики (Enter — продолжить, Del — забыть)
drafts-help = Enter — продолжить, Del — забыть черновик. Сохранённое обращение черновиком не остаётся.
drafts-offered = { $count ->
    [one] Есть { $count } черновик: «{ $newest }». D — продолжить.
    [few] Есть { $count } черновика, новейший: «{ $newest }». D — продолжить.
   *[other] Есть { $count } черновиков, новейший: «{ $newest }». D — продолжить.
}
drafts-damaged = Черновик повреждён, открыть его нельзя. Del — убрать его.
drafts-unknown = Этот черновик сделала другая программа или его предмета больше нет: открыть его здесь нельзя.
drafts-forget = Забыть черновик «{ $label }» ({ $age })? Набранное вернуть будет нельзя.
drafts-forget-yes = Забыть
drafts-forget-no = Оставить
drafts-forgotten = Черновик «{ $label }» удалён.
age-now = только что
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

# --- Организация, подразделения, сотрудники ---
button-save = Сохранить
column-unit = Подразделение
column-unit-short = Подразд.
column-code = Код
column-unit-sort = Вид
column-people = Людей
column-person = Сотрудник
column-signs = Подпись
label-position = Должность
label-letterhead = Строки бланка
label-appeal-numbers = Номера обращений
label-outgoing-numbers = Исходящие номера
label-default-person = Обычный сотрудник
label-unit-external = Ведёт свою базу
label-unit-back = Снова работает
label-staff-back = Снова работает
label-signs = Может подписывать
label-signs-from = Право с
label-signs-to = Право по
label-os-user = Имя в системе
note-letterhead = по одной строке: ИНН, ОГРН, сайт, вышестоящая организация
note-pattern = { "{office}" } — код офиса, { "{serial:6}" } — номер шестью цифрами, { "{yy}" } — год
note-default-person = кто действует в командной строке, если никто не назван
note-unit-code = коротко, буквами и цифрами; потом не меняется
note-unit-sort = от вида зависит маршрут обращений, принятых здесь (R1, R3, R4)
note-unit-external = пробел, если его обращения регистрируют в другом офисе
note-back = пробел — вернуть из истории
note-person-name = как в письме: Ёлкина Анна Петровна
note-login = коротко, для входа и командной строки; потом не меняется
note-position = как в письме: начальник отдела сбыта
note-staff-phone = рабочий, его печатают в письме: 8 383 555-12-34
note-role-clerk = пробел; регистрирует обращения и визиты
note-role-executor = пробел; готовит ответы
note-role-head = пробел; назначает исполнителей, продлевает срок, возобновляет
note-role-director = пробел; передаёт в подразделения обращения, минуя руководителя (R3)
note-role-administrator = пробел; ведёт организацию, подразделения, сотрудников
note-signs = пробел; его имя печатается в подписи письма (R6)
note-signs-from = пусто — с сегодняшнего дня
note-signs-to = пусто — пока не отменят
note-os-user = чтобы программа узнавала по входу в систему
office-numbers = Номера (код офиса { $code } не меняется)
office-number-sample = Будет: { $appeal } и { $outgoing }
done-office = Сведения об организации сохранены.
help-office = Название, адрес, телефон и строки бланка печатаются вверху каждого письма. Код офиса стоит в каждом номере и не меняется.
units-help =
    Подразделения организации. От их вида зависит маршрут обращений.
    Enter — изменить, F7 — добавить, F8 — упразднить, Esc — назад.
    Упразднённое остаётся в истории, в конце списка.
unit-new = Новое подразделение
unit-external = своя база
unit-retired = упразднено { $on }
unit-retire = Упразднить подразделение «{ $name }»?
done-unit = { $name } — сохранено.
help-unit = Название показывают списки и карточки. F2 — сохранить, Esc — назад.
staff-help =
    Сотрудники: должность и телефон печатаются в письмах (R6), без них ответ не станет окончательным.
    Чего не хватает, сказано в строке. «Подпись» — у кого есть право подписи и до какого дня.
    Enter — изменить, F7 — добавить, F8 — отметить увольнение, Esc — назад.
    Уволенные остаются в истории, в конце списка.
staff-new = Новый сотрудник
staff-roles = Что может
staff-no-phone = нет телефона
staff-no-position = нет должности
staff-no-given-name = { $name } (нет имени)
staff-left = до { $on }
staff-signs = есть
staff-signs-from = с { $day }
staff-signs-no-more = истекла
staff-retire = Отметить увольнение: { $name }?
staff-letter-needs = нужно для письма
staff-letter-waits = Ответ ждёт этих сведений: заполните, F2 — сохранить, и он на месте.
done-staff = { $name } — сохранено.
done-staff-for-letter = { $name } — сохранено. Теперь F2 — сохранить ответ.
roster-retired = { $name }: теперь только в истории.
roster-retired-already = Уже в истории. Вернуть: Enter и «Снова работает».
help-staff = Кто это, где работает и что может. Обязательны имя, логин и подразделение; остальное спросит первый окончательный ответ.

# --- Первый день ---
first-title = Отклик · первый день
first-welcome =
    Здравствуйте! Три строки со звёздочкой — и рабочее место открыто.
    Остальное можно дописать потом: F9, «Организация» и «Сотрудники».
    In English: F9, English.
first-later = Можно оставить как есть
first-full-name = Нужны фамилия и имя: они стоят в письмах
first-leave = Выход — F10. Организация ещё не создана; набранное останется.
first-help =
    Отклик ведёт обращения одной организации в одном файле. Для начала нужны её название, подразделение, где вы работаете, и ваше имя.
    Вы станете администратором и сможете добавить остальных: F9, «Сотрудники».
    Enter — следующее поле, F2 — открыть рабочее место, F10 — выход.
label-first-unit = Ваше подразделение
label-first-person = Ваши фамилия, имя, отч.
note-first-office = как в письме: АО «Энскэнергосбыт»
note-first-unit = где принимают обращения: ЦОК Энск-1
note-first-code = стоит в каждом номере, потом не меняется: ЭНСК даст ЭНСК-000001/26
button-first-day = Открыть рабочее место

# --- Письма (всегда по-русски) ---
# Чего программа не знает, стоит в письме под этими именами: ‹новый срок›
hole-number = номер обращения
hole-registered = дата регистрации
hole-received = дата поступления
hole-gist = краткое содержание
hole-client = заявитель
hole-account = лицевой счёт
hole-due = срок ответа
hole-substance = ответ по существу
hole-extension-days = срок продления
hole-new-due = новый срок
hole-extension-reason = причина продления
hole-reply-channel = способ ответа
hole-reply-given = как будет дан ответ
hole-organisation = организация
hole-unit = подразделение
hole-unit-address = адрес подразделения
hole-unit-phone = телефон подразделения
hole-unit-hours = часы приёма
hole-executor = исполнитель
hole-executor-phone = телефон исполнителя

# Шаблоны писем
answer-satisfied = удовлетворено
answer-partly-satisfied = удовлетворено частично
answer-refused = отказано
answer-explained = разъяснено
answer-redirected = направлено по принадлежности
answer-noted = принято к сведению
template-broken = Шаблон { $file }: { $why }
template-not-text = не текст UTF-8 после байта { $at }: сохраните файл в кодировке UTF-8
template-too-large = больше { $limit } КиБ: сократите файл
template-no-front = нет описания между двумя строками «+++» в начале файла
template-unpaired = строка { $line }: у «{ $mark }» нет пары: допишите вторую скобку или уберите эту
template-unclosed = строка { $line }: «{ $word }» ничем не закрыто: допишите «end{ $word }»
template-unopened = строка { $line }: «{ $word }» здесь лишнее: выше нет открытого «if» или «for»
template-foreign = строка { $line }: фильтров, проверок и вызовов («|», «is», «()») в шаблонах нет: оставьте имя поля
template-unread = строка { $line }: в скобках не разобрать: { $why }
template-statement = строка { $line }: «{ $word }» в шаблонах нельзя, только поля, if и for
template-bad-id = id «{ $id }» не годится: буквы, цифры, «-» и «_», до { $most } знаков
template-unknown-field = строка { $line }: поля «{ $name }» нет; поля перечислены в шаблоне reply
template-too-much = строка { $line }: слишком длинно или слишком много вложено
template-duplicate = id «{ $id }» уже занят другим файлом: дайте свой
reply-text = Текст
reply-text-note = ‹в скобках› — что вписать; Ctrl+N — к следующему месту, F3 — как на бумаге
reply-no-open-places = Незаполненных мест не осталось.
reply-days-unsaid = В письме не сказано, на сколько продлён срок: впишите «{ $days }» или «{ $due }».
reply-replace = { $lines ->
    [one] Ваши слова не отделить от слов шаблона. Заменить текст ({ $lines } строка) шаблоном «{ $template }»?
    [few] Ваши слова не отделить от слов шаблона. Заменить текст ({ $lines } строки) шаблоном «{ $template }»?
   *[other] Ваши слова не отделить от слов шаблона. Заменить текст ({ $lines } строк) шаблоном «{ $template }»?
}

reply-replace-yes = Заменить; Ctrl+Z вернёт
reply-replace-no = Оставить мой текст
reply-replace-help = Шаблон заполнит текст заново, набранное пропадёт; Ctrl+Z в поле «Текст» вернёт его вместе с прежним шаблоном. Без замены останется прежний шаблон.
command-appeal = Обращение целиком
command-appeal-help = Показать обращение, о котором форма: его текст, историю и замечания. Esc — назад к форме.
command-next-place = Следующее место
command-next-place-help = Ведёт к следующему незаполненному месту письма.
eml-not-signed = Письмо по электронной почте делается из подписанного ответа. Отметьте подпись, потом повторите.
eml-no-address = У заявителя нет адреса электронной почты. Добавьте его исправлением обращения или отправьте ответ иначе.
eml-bad-address = «{ $address }» — не адрес электронной почты. Исправьте его в обращении.
eml-file = Файл { $file } не прочитан: { $why }. Проверьте путь.
eml-too-large = Вложения больше { $limit } МиБ: почта их не примет. Уменьшите скан.
eml-build = Письмо не составлено: { $why }. Повторите.
eml-subject = { $heading } (ответ № { $number } от { $on } на обращение № { $appeal })
eml-executor = Исполнитель: { $name }, тел. { $phone }
load-templates = шаблоны писем
load-no-templates = здесь нет файлов .j2: укажите файл шаблона или папку с ними
done-templates-loaded = Шаблоны загружены: { $ids }.
template-built-in = встроенный
template-kind-reply = ответ
template-kind-interim = промежуточный ответ
template-kind-notice = уведомление
template-kind-receipt = талон
cli-template-put = Шаблон «{ $id }» загружен: { $file }
cli-template-copied = Встроенный шаблон «{ $id }» записан: { $file }. Правьте его: теперь действует он.
cli-template-own = У шаблона «{ $id }» уже есть свой файл: { $file }. Он остался как был.
cli-template-own-replace = Правьте свой файл. Чтобы заменить его, повторите с --replace: прежний останется рядом с окончанием .bak.
cli-template-no-place = В шаблоне «{ $id }» нет места для слов исполнителя. Возьмите другой шаблон или впишите в него substance.
cli-template-topic = Шаблон «{ $id }»: темы «{ $topic }» в справочнике нет, по ней его не предложат.
cli-templates-sound = { $count ->
    [one] Проверен { $count } шаблон, ошибок нет.
    [few] Проверено { $count } шаблона, ошибок нет.
   *[other] Проверено { $count } шаблонов, ошибок нет.
}
cli-column-template = Шаблон
cli-column-topics = Темы
cli-column-outcomes = Чем кончается
cli-column-origin = Откуда
cli-about-load-templates = Шаблоны писем: файлы .j2 или папки; с ошибкой не загружается ни один
cli-about-templates = Шаблоны писем
cli-about-templates-list = Какие шаблоны действуют и откуда они
cli-about-templates-check = Проверить файлы шаблонов; без них — свою папку
cli-about-templates-show = Показать файл шаблона
cli-about-templates-copy = Записать встроенный шаблон в свою папку, чтобы править
cli-help-template-files = Файлы .j2 или папки с ними
cli-help-template-id = Имя шаблона (id)
cli-value-files = ФАЙЛЫ
cli-help-attach = Приложить к .eml этот файл вместо PDF (скан, файл подписи); можно повторять
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
receipt-by = Принял(а):
receipt-signs = __________ { $name }
# --- Неполадки: работа ---
trouble-changed = Пока вы смотрели, обращение изменили ({ $changes }). Ничего не сохранено: посмотрите заново и повторите.
trouble-no-appeal = Обращения № { $number } нет. Проверьте номер или поищите: otklik find СЛОВА.
trouble-several-appeals = Так кончаются несколько номеров: { $numbers }. Наберите номер полнее.
trouble-no-visit = Такого визита нет, или сейчас никакой визит не идёт.
trouble-nobody-acts = Неизвестно, кто действует. Назовите себя: --as ЛОГИН.
trouble-unknown-actor = Сотрудника «{ $login }» нет или он уволен. Назовите другого: --as ЛОГИН; список: otklik staff list.
trouble-not-set-up = В базе { $file } ещё нет организации. Создайте её: otklik setup.
trouble-already-set-up = В базе { $file } организация уже есть. Для новой укажите другой файл: --db ФАЙЛ.
trouble-clock-not-allowed = Переменная { $variable } задаёт время вручную, а база создана при обычных часах. Уберите переменную.
trouble-bad-file = Файл { $file } не подходит: { $why }
toml-unknown = строка { $line }: «{ $word }» здесь не бывает.
toml-unknown-nearest = строка { $line }: «{ $word }» здесь не бывает. Ближайшее — «{ $nearest }».
toml-unknown-among = строка { $line }: «{ $word }» здесь не бывает. Бывает: { $known }.
toml-missing = строка { $line }: не хватает поля «{ $field }».
toml-unreadable = строка { $line }: это не TOML или значение не того вида.
trouble-unfoldable = Записи базы противоречат друг другу: { $why }. Проверьте базу: otklik check --deep, и восстановите копию.

# --- Неполадки: файл базы ---
open-missing = Базы { $file } нет. Создайте её: otklik setup, или укажите другую: --db ФАЙЛ.
open-already-there = Файл { $file } уже есть. Укажите другой: --db ФАЙЛ.
open-no-folder = Папки для базы { $file } нет. Создайте её или укажите другую: --db ФАЙЛ.
open-folder = { $file } — папка, а нужен файл базы. Укажите файл: --db ФАЙЛ.
open-not-a-file = { $file } — устройство или канал, а нужен обычный файл. Укажите другой: --db ФАЙЛ.
open-link-loop = Ссылка { $file } ведёт сама на себя. Исправьте её или укажите другой файл: --db ФАЙЛ.
open-forbidden = Нет права читать { $file }. Попросите администратора машины дать доступ.
open-read-only-folder = В папку базы { $file } нельзя писать, а рядом с базой хранятся её служебные файлы. Попросите дать право записи в папку.
open-read-only-file = В файл { $file } нельзя писать. Попросите дать право записи.
open-empty = Файл { $file } пуст: это не база. Восстановите копию (otklik restore) или удалите пустой файл и создайте базу (otklik setup).
open-not-a-register = { $file } — не база обращений. Файл не тронут. Укажите другой: --db ФАЙЛ.
open-foreign = { $file } — база другой программы. Файл не тронут. Укажите другой: --db ФАЙЛ.
open-truncated = База { $file } обрезана: в ней { $found } байт, а должно быть не меньше { $expected }. Файл не тронут. Восстановите копию: otklik restore.
open-newer-schema = База { $file } записана более новой программой (схема { $theirs }, эта программа знает { $ours }). Файл не тронут. Обновите программу.
open-older-schema = База { $file } записана более старой программой, а обновить её при чтении нельзя. Откройте её для работы: otklik list.
open-network = База { $file } лежит на сетевом диске ({ $kind }), где записи теряются. Перенесите её на диск этой машины.
open-unsafe-engine = В программу встроен SQLite { $version } с известной ошибкой, которая теряет данные. Обновите программу.
open-no-wal = Для базы { $file } не включается журнал WAL (журнал остался «{ $mode }»). Перенесите её на обычный диск этой машины.
open-busy = База { $file } долго занята другой программой. Закройте её и повторите.
open-damaged = База { $file } повреждена. { $finding } Файл не тронут. Восстановите копию: otklik restore.
open-no-backup = Базу { $file } нужно обновить, но копия перед обновлением не удалась, и она не тронута. { $why }
open-io = Файл { $file } не открывается: { $why }.

# --- Неполадки: запись в базу ---
store-stale = Пока вы работали, запись изменили. Ничего не сохранено: посмотрите заново и повторите.
store-series-begun = Первый номер ряда выбирают, пока ни одного не выдано, а следующий уже { $next }.
store-series-ended = Номера этого года закончились.
store-body = Запись такого вида не сохраняется. Ничего не сохранено; сообщите разработчикам.
store-no-randomness = Система не дала случайных чисел. Ничего не сохранено; повторите позже.
store-busy = База долго занята другой программой. Ничего не сохранено; повторите.
store-disk-full = На диске кончилось место. Ничего не сохранено; освободите место и повторите.
store-read-only = В базу нельзя писать. Ничего не сохранено; попросите дать право записи.
store-upgraded = Базу обновила более новая программа. Ничего не сохранено; выйдите и запустите новую программу.
store-damaged = База повреждена. { $finding } Восстановите копию: otklik restore.
store-disk = Диск отказал (код { $code }). Ничего не сохранено; проверьте диск и сделайте копию базы.
store-engine = База не приняла запись (код { $code }): { $detail }. Ничего не сохранено.

# --- Неполадки: копии ---
backup-already-there = Копия с таким именем уже есть: { $file }. Ничего не записано: укажите другую папку или повторите через секунду.
backup-unsound = Копия { $file } не годится. { $findings } Ничего не заменено: возьмите другую копию.
backup-register-unsound = База повреждена, и копия не снята. { $findings } Всё назовёт otklik check --deep; исправную копию вернёт otklik restore.
backup-in-use = База сейчас открыта на рабочем месте. Закройте Отклик везде и повторите.
backup-io = Копия не удалась: { $why }.

# --- Проверка базы: что не так ---
finding-structure = Файл повреждён: { $detail }.
finding-schema = Таблица, индекс или правило «{ $name }» пропали, изменены или чужие.
finding-altered = Запись { $place } изменена после того, как была сделана.
finding-unlinked = Перед записью { $place } чего-то не хватает: цепочка прервана.
finding-personal = Запись { $place }, значение { $value }: { $fault }.
finding-erased-by-none = В записи { $place } стёрты сведения, а записи об этом нет.
finding-versions = Записи предмета { $subject } идут не подряд.
finding-unfoldable = Записи предмета { $subject } противоречат друг другу: { $why }.
finding-line = Список показывает { $subject } иначе, чем говорят записи; записи верны.
finding-line-of-none = Список показывает { $subject }, о котором нет записей.
finding-key-of-none = Поиск находит то, чего нет ни в одном обращении.
finding-other-office = В файле записи другого офиса: { $office }.
finding-office-of-none = База названа базой офиса { $office }, а записей его в ней нет.
finding-request = Для обращения { $subject } запомнен не тот request_id, что в записях: повторная отправка может стать вторым обращением.
finding-counter = Счётчик не сходится с выданными номерами: { $series }, { $year } год.
finding-number = Номер { $serial } ({ $series }, { $year } год) выдан дважды или пропущен.
finding-doubled = Номер { $number } стоит на двух обращениях или больше.
finding-letter-missing = Сохранённое письмо к обращению № { $number } пропало из папки letters-kept.
finding-letter-damaged = Сохранённое письмо к обращению № { $number } в папке letters-kept — не то, что печаталось, или не читается.
side-changed = изменено
side-missing = пропало
side-stray = лишнее
unfoldable-no-beginning = нет первой записи
unfoldable-newer-beginning = база записана более новой программой, обновите программу
unfoldable-out-of-order = запись { $version } не может следовать за прежними
warning-fuse = База лежит на диске вида { $kind }: некоторые из них теряют записи. Надёжнее обычный диск этой машины.

# --- Неполадки: настройки ---
config-unreadable = Настройки { $file } не читаются: { $why }.
config-syntax = Настройки { $file }, строка { $line }: это не TOML. Строка настройки выглядит так: language = "ru".
config-unknown-key = Настройки { $file }, строка { $line }: нет настройки «{ $key }». Ближайшая — «{ $nearest }».
config-needs-text = Настройки { $file }, строка { $line }: у «{ $key }» должно быть непустое значение в кавычках.
config-bad-value = Настройки { $file }, строка { $line }: у «{ $key }» может быть: { $allowed }.
clock-bad = Переменная { $variable } не понята: «{ $value }». Нужно время вида 2026-11-24T09:00:00+03:00.
pattern-unknown-token = В шаблоне номера нет поля «{ $token }». Есть: office, serial, serial:6, yy, yyyy.
pattern-unpaired = В шаблоне номера скобка без пары.
pattern-not-unique = В шаблоне номера нужны и код офиса, и порядковый номер, и год, иначе номера повторятся.

system-not-found = файла или папки нет
system-forbidden = нет прав доступа
system-already-there = такой файл уже есть
system-disk-full = на диске кончилось место
system-read-only = диск только для чтения
system-folder = это папка
system-not-a-folder = на пути стоит файл вместо папки
system-too-large = файл слишком велик
system-bad-name = такое имя файла здесь не годится
system-not-text = это не текст в UTF-8
system-network = нет связи с сетевой папкой
system-other = система отказала (код { $code })

# --- Виды записей ---
fact-registered = зарегистрировано
fact-routed = передано
fact-reply-finalised = ответ окончательный
fact-reply-returned = ответ возвращён
fact-paper-printed = напечатана бумага
fact-reply-printed = ответ напечатан
fact-reply-signed = ответ подписан
fact-reply-sent = ответ отправлен
fact-extended = срок продлён
fact-reopened = возобновлено
fact-filed-away = списано в дело
event-off-route = не по маршруту: { $reason }

# --- Командная строка: ответы ---
cli-confirm = Подтвердить: --confirm { $code }.
cli-override = Причину называют так: --override ПРИЧИНА.
cli-no-home = Система не знает домашней папки. Укажите, где работать: --home ПАПКА или --db ФАЙЛ.
cli-unreadable = Файл { $file } не читается: { $why }.
cli-unreadable-input = Стандартный ввод не читается: { $why }.
cli-not-text = Файл { $file } — не текст в UTF-8. Сохраните его в этой кодировке и повторите.
cli-not-text-input = Стандартный ввод — не текст в UTF-8. Подайте текст в этой кодировке и повторите.
cli-not-json = Это не JSON: строка { $line }, столбец { $column }. Ничего не зарегистрировано.
cli-no-recipient = Нет ни подразделения, ни сотрудника «{ $name }». Списки: otklik unit list, otklik staff list; директору — director.
cli-two-recipients = «{ $name }» — и подразделение, и сотрудник. Уточните: unit:{ $name } или login:{ $name }.
cli-several-replies = Этого шага ждут два письма. Уточните какое: --kind reply или --kind interim.
cli-several-visits = Идут несколько визитов. Назовите один: { $visits }.
cli-no-signatory = Назовите, кто подпишет ответ: --signatory ЛОГИН.
cli-no-days = Назовите, сколько дней предлагает промежуточный ответ: --days ЧИСЛО.
cli-no-text = Нет текста ответа. Укажите файл: --text ФАЙЛ, или --text - для ввода.
cli-no-template = Шаблона «{ $id }» нет. Есть: { $known }.
cli-no-paper = Бумаги «{ $code }» у этого обращения нет. Есть: { $known }.
cli-no-form = По имени { $file } не понять, каким должен быть файл. Письмо пишется в .pdf, .txt или .eml.
cli-no-terminal = Рабочему месту нужен терминал. Для сценариев есть команды: otklik --help.
cli-broke = Программа остановилась из-за ошибки в ней самой. Набранное хранится в черновиках: запустите её снова. Для разработчика — { $file }.
cli-terminal = Терминал отказал: { $why }.
cli-done-demo = { $appeals ->
    [one] База { $file } заполнена вымышленными данными: { $appeals } обращение, открытых — { $open }, записей — { $facts }.
    [few] База { $file } заполнена вымышленными данными: { $appeals } обращения, открытых — { $open }, записей — { $facts }.
   *[other] База { $file } заполнена вымышленными данными: { $appeals } обращений, открытых — { $open }, записей — { $facts }.
}
cli-nothing-found = Ничего не найдено. Попробуйте часть номера, фамилию, лицевой счёт или телефон.
cli-output = Ответ не записан: { $why }.
cli-output-closed = вывод закрыт тем, кто его читал
cli-untold = Ответ не записан: { $why }. Сделанное до этого сохранено.
cli-untold-registered = Ответ не записан: { $why }. { $count ->
    [one] Зарегистрировано { $count } обращение.
    [few] Зарегистрировано { $count } обращения.
   *[other] Зарегистрировано { $count } обращений.
}
cli-yes = да
cli-client-account = л/с { $account }
cli-client-inn = ИНН { $inn }
cli-client-contract = договор { $contract }
cli-client-proxy = доверенность { $proxy }
cli-dated = от { $day }
cli-answer-until = ответить до { $day }
cli-register-refused = Обращение { $place } не зарегистрировано. { $why }
cli-done-registered-again = Зарегистрировано раньше: № { $number } · ответить до { $due }
cli-done-set-up = База { $file } создана. Код офиса { $code }, подразделение { $unit }, вы — { $login }.
cli-done-office = Сведения об организации сохранены.
cli-done-series = Следующий номер ({ $series }, { $year } год): { $first }.
cli-done-unit = Подразделение { $unit }: сохранено.
cli-done-staff = Сотрудник { $login }: сохранено.
cli-done-loaded = Загружено: { $file }.
cli-done-visit-started = Визит { $id } начат { $at }.
cli-done-visit-ended = { $minutes ->
    [one] Визит завершён: { $minutes } минута.
    [few] Визит завершён: { $minutes } минуты.
   *[other] Визит завершён: { $minutes } минут.
}
cli-check-reads = Проверяем базу…
cli-backup-copies = Снимаем и проверяем копию…
cli-done-backup = { $facts ->
    [one] Копия сделана и проверена: { $file } ({ $bytes } байт, { $facts } запись).
    [few] Копия сделана и проверена: { $file } ({ $bytes } байт, { $facts } записи).
   *[other] Копия сделана и проверена: { $file } ({ $bytes } байт, { $facts } записей).
}
cli-done-restored = { $facts ->
    [one] База { $file } восстановлена: { $facts } запись.
    [few] База { $file } восстановлена: { $facts } записи.
   *[other] База { $file } восстановлена: { $facts } записей.
}
cli-done-restored-aside = Прежняя база отложена: { $file }.
cli-done-letters = Сохранённых писем рядом с ней: { $count }.
cli-done-letters-lost = Сохранённых писем не нашлось или они повреждены: { $count }. Что именно — покажет otklik check --deep.
cli-check-sound = { $facts ->
    [one] База цела: проверена { $facts } запись.
    [few] База цела: проверено { $facts } записи.
   *[other] База цела: проверено { $facts } записей.
}
cli-check-lists = Записи целы ({ $facts }), а списки или счётчики с ними расходятся (мест: { $findings }). Ничего не потеряно, копию возвращать не нужно: сообщите администратору.
cli-check-letters = Записи целы ({ $facts }), но сохранённые письма пропали или повреждены: { $letters }. Верните их из папки letters-kept рядом с копией базы; иначе при новой печати они будут составлены заново.
cli-check-unsound = { $findings ->
    [one] Найден { $findings } изъян. Записи верны до { $place } включительно. Возьмите копию: otklik restore.
    [few] Найдено { $findings } изъяна. Записи верны до { $place } включительно. Возьмите копию: otklik restore.
   *[other] Найдено { $findings } изъянов. Записи верны до { $place } включительно. Возьмите копию: otklik restore.
}
cli-field-unknown = Поля «{ $name }» нет.
cli-field-unknown-nearest = Поля «{ $name }» нет. Ближайшее — «{ $nearest }».
cli-field-required = Нужно поле «{ $name }».
cli-field-contradiction = Поля «{ $name }» и «{ $other }» противоречат друг другу. Оставьте одно.
cli-field-bad = Поле «{ $name }» не подходит: нужно { $wanted }.
cli-field-wants-object = Обращение — это объект JSON: {"{"}…{"}"}.
cli-wanted-text = текст в кавычках
cli-wanted-date = дата вида 2026-11-24
cli-wanted-count = целое число от 0 до 65535
cli-wanted-flag = true или false
cli-wanted-uuid = UUID
cli-wanted-object = объект {"{"}…{"}"}
cli-wanted-word = одно из: { $known }
cli-wanted-whole = целое число
cli-wanted-copies = число от 1 до 99
cli-wanted-offset = смещение вида +03:00
cli-wanted-other = другое значение
cli-column-at = Когда
cli-column-who = Кто
cli-column-what = Что
cli-column-gist = Содержание
cli-column-unit = Подразделение
cli-column-channel = Канал
cli-column-kind = Вид
cli-column-registered = Зарегистрировано
cli-column-received = Поступило
cli-column-inner-due = Внутренний срок
cli-column-route = Маршрут
cli-column-sender = Письмо заявителя
cli-column-attachments = Приложений
cli-column-covering = Сопроводительное письмо
cli-column-earlier = Закрывалось раньше
cli-column-resolution = Резолюция
cli-column-reply-by = Ответить
cli-column-closed = Закрыто
cli-column-field = Сведение
cli-column-value = Значение
cli-column-code = Код
cli-column-title = Название
cli-column-sort = Вид
cli-column-external = Своя база
cli-column-retired = Упразднено
cli-column-login = Логин
cli-column-name = Фамилия, имя, отчество
cli-column-position = Должность
cli-column-phone = Телефон
cli-column-email = Эл. почта
cli-column-roles = Роли
cli-column-signing = Право подписи
cli-column-os-user = В системе

# --- Командная строка: ошибки в команде ---
cli-usage-help = Подробнее: { $command } --help
cli-usage-no-value = Параметру { $arg } нужно значение.
cli-usage-invalid-value = Параметр { $arg }: «{ $value }» не подходит. Можно: { $known }.
cli-usage-bad-value = Параметр { $arg }: «{ $value }» не подходит, нужно: { $wanted }
cli-usage-unknown-argument = Параметра { $arg } здесь нет.
cli-usage-unknown-command = Команды «{ $name }» нет.
cli-usage-nearest = Может быть, { $nearest }?
cli-usage-missing = Не хватает: { $args }.
cli-usage-missing-command = Не хватает команды.
cli-usage-repeated = Параметр { $arg } указан дважды.
cli-usage-conflict = Параметры { $arg } и { $prior } вместе не бывают.
cli-usage-too-many = Параметр { $arg }: лишнее значение «{ $value }».
cli-usage-not-utf8 = В команде есть знаки не в UTF-8.
cli-usage-other = Команда не понята.

# --- Командная строка: справка. cli-about-… — что делает команда, cli-help-… — параметр, cli-value-… — имя значения ---
cli-help-usage = Как вызвать:
cli-help-commands = Команды
cli-help-command = КОМАНДА
cli-help-arguments = Что указать
cli-help-options = Параметры
cli-help-options-short = ПАРАМЕТРЫ
cli-help-common = Общие параметры
cli-help-after = Без команды открывается рабочее место.
    Код завершения: 0 — сделано; 1 — не положено или не найдено, причина названа; 2 — ошибка в команде; 3 — база не открывается.
    База по умолчанию: { $register }
    Настройки: { $config }

cli-about = Отклик — журнал обращений потребителей
cli-about-demo = Заполнить пустую базу вымышленными данными
cli-about-setup = Создать базу: организация, подразделение, первый сотрудник
cli-about-office = Сведения об организации
cli-about-office-show = Показать сведения
cli-about-office-change = Изменить сведения; что не названо, остаётся
cli-about-office-series = С какого номера начать ряд в этом году
cli-about-unit = Подразделения
cli-about-unit-add = Добавить подразделение
cli-about-unit-change = Изменить название или вид
cli-about-unit-list = Список подразделений
cli-about-unit-retire = Упразднить: в истории останется
cli-about-staff = Сотрудники
cli-about-staff-add = Добавить сотрудника
cli-about-staff-change = Изменить сведения; что не названо, остаётся, пустое значение стирает
cli-about-staff-list = Список сотрудников
cli-about-staff-retire = Уволить: в истории останется
cli-about-load = Загрузить правила из файла
cli-about-load-norms = Нормы сроков (norms.toml)
cli-about-load-calendar = Год производственного календаря
cli-about-load-topics = Справочник тем (topics.toml)
cli-about-register = Зарегистрировать обращение
cli-about-list = Список обращений
cli-about-find = Найти по части номера, фамилии, лицевому счёту, телефону
cli-about-show = Показать обращение
cli-about-history = История обращения
cli-about-due = Объяснить срок
cli-about-route = Передать директору, подразделению или исполнителю
cli-about-reply = Написать ответ, сделать его окончательным, напечатать
cli-about-print = Напечатать бумагу обращения или много писем подряд
cli-about-return = Вернуть с замечанием окончательный или неотправленный ответ
cli-about-sign = Отметить подпись; даётся исходящий номер
cli-about-sent = Отметить отправку; ответ закрывает обращение
cli-about-extend = Продлить срок после отправленного промежуточного ответа
cli-about-answered = Записать устный ответ: личный приём и звонок
cli-about-close = Принять отзыв к сведению; закрытое — списать в дело
cli-about-annul = Аннулировать ошибочную запись
cli-about-withdraw = Отметить отзыв обращения заявителем
cli-about-reopen = Возобновить закрытое
cli-about-visit = Визиты
cli-about-visit-start = Начать визит
cli-about-visit-end = Завершить визит
cli-about-check = Проверить базу
cli-about-backup = Сделать копию базы и проверить её
cli-about-restore = Восстановить базу из копии

cli-help-db = Файл базы
cli-help-config = Файл настроек этого рабочего места
cli-help-home = Папка, в которой лежит всё: база, настройки, состояние
cli-help-ascii = Линии экрана знаками - и |
cli-help-lang = Язык
cli-help-as = Кто действует
cli-help-help = Показать справку
cli-help-version = Показать версию
cli-help-confirm = Ответить «да» на вопрос с этим кодом; можно повторять
cli-help-format = В каком виде
cli-help-as-of = Считать сроки на этот день
cli-help-number = Номер обращения или его конец
cli-help-reason = Причина
cli-help-appeals = Сколько обращений; без него — 1000
cli-help-seed = Начальное число: то же даёт те же данные
cli-help-desk = Потом открыть рабочее место; заполненная раньше база просто открывается
cli-help-office = Название организации, как в письмах
cli-help-code = Код офиса в номерах; без него — из названия
cli-help-unit = Подразделение: код или название
cli-help-setup-unit = Название первого подразделения
cli-help-unit-sort = Его вид
cli-help-person = Фамилия Имя Отчество
cli-help-login = Логин: короткое имя в базе
cli-help-setup-login = Логин; без него — из фамилии
cli-help-position = Должность, как в письмах
cli-help-phone = Телефон
cli-help-email = Электронная почта
cli-help-sign = Дать право подписи
cli-help-os-user = Имя пользователя системы, который и есть этот сотрудник
cli-help-name = Название
cli-help-address = Почтовый адрес
cli-help-letterhead = Строка бланка; можно повторять, прежние заменяются
cli-help-appeal-numbers = Шаблон регистрационных номеров
cli-help-outgoing-numbers = Шаблон исходящих номеров
cli-help-utc-offset = Смещение от UTC: по нему считается «сегодня»
cli-help-default-person = Кто действует, если никто не назван
cli-help-series = Какой ряд номеров
cli-help-first = Первый номер здесь
cli-help-year = Год; без него — этот
cli-help-unit-code = Код подразделения
cli-help-title = Название подразделения
cli-help-sort = Вид подразделения
cli-help-external = Ведёт свою базу
cli-help-role = Роли через запятую; без них — оператор и исполнитель
cli-help-staff-change-role = Роли через запятую, вместо прежних
cli-help-sign-from = Право подписи с этого дня
cli-help-sign-to = Право подписи по этот день
cli-help-no-sign = Снять право подписи
cli-help-staff-login = Логин сотрудника
cli-help-load-file = Файл TOML; «-» — ввод
cli-help-json = Обращение или их список в JSON; «-» — ввод. Ответ — тоже JSON
cli-help-channel = Как поступило; letter — то же, что letter_post
cli-help-kind = Чего хочет заявитель
cli-help-topic = Код темы
cli-help-received = День поступления; без него — сегодня
cli-help-late-reason = Почему регистрируется поздно
cli-help-intake = Где принято; без него — подразделение того, кто действует
cli-help-surname = Фамилия заявителя
cli-help-given = Имя
cli-help-patronymic = Отчество
cli-help-organisation = Организация
cli-help-inn = ИНН
cli-help-contact-person = Контактное лицо организации
cli-help-anonymous = Аноним
cli-help-account = Лицевой счёт
cli-help-contract = Номер договора
cli-help-representative = Представитель
cli-help-proxy-number = Номер доверенности
cli-help-proxy-date = Дата доверенности
cli-help-signers = Коллективное: сколько подписей
cli-help-answer-to = Кому из подписавших отвечать
cli-help-covering-body = Кто переслал (сопроводительное письмо)
cli-help-covering-number = Номер сопроводительного письма
cli-help-covering-date = Его дата
cli-help-covering-due = К какому дню просят ответ
cli-help-gist = Краткое содержание; без него — начало текста без приветствия
cli-help-text = Полный текст
cli-help-text-file = Файл с полным текстом; «-» — ввод
cli-help-sheets = Листов
cli-help-attachments = Приложений
cli-help-reply-by = Как заявитель хочет получить ответ
cli-help-sender-number = Исходящий номер заявителя
cli-help-sender-date = Дата на его письме
cli-help-answered-on-spot = Суть ответа, данного на месте: закрывает обращение
cli-help-visit = Визит, к которому относится
cli-help-request-id = UUID отправки: повторная даст тот же номер
cli-help-queue = Какой список; без него — все открытые
cli-help-executor = Логин исполнителя
cli-help-limit = Не больше стольких строк
cli-help-words = Что искать
cli-help-on = Дата; без неё — сегодня
cli-help-due-kind = Вид; без него — жалоба
cli-help-due-on = День регистрации; без него — сегодня
cli-help-to = Кому: director, код подразделения или логин
cli-help-resolution = Резолюция; исполнителю — обязательно
cli-help-due = Внутренний срок, не позже общего
cli-help-override = Почему не по маршруту
cli-help-reply-kind = Ответ, промежуточный ответ или уведомление
cli-help-sign-kind = Какое письмо, если ждут оба
cli-help-sent-kind = Какое письмо, если ждут оба
cli-help-return-kind = Какое письмо, если ждут оба
cli-help-template = Шаблон; без него текст — всё письмо
cli-help-reply-text = Файл с ответом по существу; «-» — ввод
cli-help-signatory = Кто подпишет
cli-help-days = На сколько дней
cli-help-heading = Заголовок «О …»
cli-help-addressee = Кому и куда, строки через перевод строки
cli-help-draft = Только проект (как без параметра)
cli-help-final = Сделать окончательным
cli-help-out = Записать письмо в файл .pdf или .txt, подписанное — и в .eml
cli-help-print = Напечатать; без имени — на последнем, из настроек или системы
cli-help-print-print = На какой принтер; без имени и без --out — на тот, что был последним, из настроек или системы
cli-help-print-out = Записать: одну бумагу — в файл .pdf или .txt, много писем — в папку
cli-help-print-paper = Какая бумага: reply, reply-2…, receipt, card, slip, envelope-dl, envelope-c5, label; без неё — самая нужная
cli-help-print-signed-on = Все ответы, подписанные в этот день
cli-help-print-awaiting-signature = Все окончательные ответы, что ждут подписи
cli-help-print-not-printed = Все письма из списка «Не напечатано»
cli-help-print-let-go = Ничего не печатать, а убрать письма этого обращения из списка «Не напечатано»; можно повторять
cli-help-print-copies = Сколько экземпляров, от 1 до 99
cli-help-print-charset = Печатать текстом в этой кодировке
cli-help-replace = Заменить свой файл с этим шаблоном; прежний останется рядом с окончанием .bak
cli-help-remark = Замечание
cli-help-way = Как подписано
cli-help-sent-channel = Как отправлено; без него — как хочет заявитель
cli-help-sent-on = День отправки, для письма — сдачи на почту; без него — сегодня
cli-help-answered-gist = Суть ответа; заявитель согласен на устный ответ
cli-help-visit-id = Визит, если идут несколько
cli-help-deep = Сверить и списки, и номера
cli-help-backup-dir = Папка для копии; без неё — backups рядом с базой
cli-help-backup-file = Файл копии

cli-value-series = РЯД
cli-value-year = ГОД
cli-value-file = ФАЙЛ
cli-value-dir = ПАПКА
cli-value-lang = ЯЗЫК
cli-value-login = ЛОГИН
cli-value-code = КОД
cli-value-name = НАЗВАНИЕ
cli-value-sort = ВИД
cli-value-full-name = ФИО
cli-value-text = ТЕКСТ
cli-value-phone = ТЕЛЕФОН
cli-value-email = ПОЧТА
cli-value-user = ИМЯ
cli-value-format = ФОРМАТ
cli-value-line = СТРОКА
cli-value-pattern = ШАБЛОН
cli-value-offset = СМЕЩЕНИЕ
cli-value-unit = ПОДРАЗДЕЛЕНИЕ
cli-value-role = РОЛЬ
cli-value-date = ДАТА
cli-value-channel = КАНАЛ
cli-value-kind = ВИД
cli-value-topic = ТЕМА
cli-value-digits = ЦИФРЫ
cli-value-account = СЧЁТ
cli-value-n = ЧИСЛО
cli-value-reply-by = СПОСОБ
cli-value-uuid = UUID
cli-value-queue = СПИСОК
cli-value-words = СЛОВА
cli-value-number = НОМЕР
cli-value-recipient = КОМУ
cli-value-reason = ПРИЧИНА
cli-value-reply-kind = ПИСЬМО
cli-value-template = ШАБЛОН
cli-value-printer = ПРИНТЕР
cli-value-paper = БУМАГА
cli-value-path = ПУТЬ
cli-value-charset = КОДИРОВКА
cli-value-way = СПОСОБ
deliver-fonts = Шрифты программы повреждены: установите её заново.
deliver-too-long = Письмо больше { $limit } КиБ: сократите текст.
deliver-refused = PDF не получился: { $why }. Напечатайте текстовый файл.
deliver-file = Файл { $file } не записан: { $why }.
deliver-no-spooler = На этой машине нет очереди печати (lp). Запишите письмо в файл и напечатайте его.
deliver-spooler-down = Служба печати (CUPS) не работает. Попросите администратора включить её или запишите письмо в файл.
deliver-spooler-silent = Служба печати не отвечает; письмо могло встать в очередь. Посмотрите на принтер, прежде чем печатать ещё раз, или запишите письмо в файл.
deliver-unknown-printer = Принтера { $name } в системе нет. Выберите другой: F5 → «Другой принтер».
deliver-no-default-printer = Принтер не выбран, и у системы нет принтера по умолчанию. Выберите его: F5 → «Другой принтер».
deliver-not-accepting = Принтер { $name } не принимает писем. Выберите другой или попросите администратора его включить.
deliver-printer = Принтер не взял письмо: { $why }. Письмо не пропало: повторите печать или запишите файл.

## The whole Standard

outcome-not-considered = оставлено без рассмотрения
outcome-notice-sent = направлено уведомление
outcome-forwarded = переадресовано
ground-abusive = оскорбления, угрозы, нецензурные слова
ground-unreadable = не читается: текст не поддаётся прочтению
ground-repeat = повторное: ответ уже давался, новых доводов нет
ground-trade-secret = коммерческая тайна
ground-no-contacts = нет контактных данных
notice-of-earlier-reply = уведомление о ранее данном ответе
notice-of-trade-secret = уведомление о коммерческой тайне
notice-of-forwarding = уведомление о переадресации
duty-signatory = подписант
outgoing-at-sign = при подписании
outgoing-at-final = при окончательном ответе
outgoing-typed = вводит канцелярия
measure-reply = ответ
measure-call-back = перезвонить
measure-waiting = ожидание
measure-service = обслуживание у окна
measure-dispatch = отправка подписанного
field-book = Книга отзывов
field-book-entry = Запись в книге
field-topic = Тема
field-recipient = В какую организацию
field-request = Что запрашиваем
field-earlier-number = № прежнего ответа
field-earlier-date = Дата прежнего ответа
field-outgoing-number = Исходящий №
field-paper-number = № в бумажном журнале
field-correction = Что исправить
correct-intake = Где принято
correct-questions = Вопросы
correct-documents = Документы
correct-inn = ИНН
correct-contact-person = Контактное лицо
correct-contract = Договор
correct-proxy-number = № доверенности
correct-proxy-date = Дата доверенности
correct-answer-to = Кому ответ
correct-covering-number = № сопроводительного
correct-covering-date = Дата сопроводительного
correct-covering-due = Срок, указанный органом
correct-power-address = Адрес устройства
correct-power-time = Время нарушения
correct-power-contract = Договор энергоснабжения
due-hours = { $n ->
    [one] { $n } час
    [few] { $n } часа
   *[other] { $n } часов
}
due-minutes = { $n ->
    [one] { $n } минута
    [few] { $n } минуты
   *[other] { $n } минут
}
event-what-notice = уведомление
event-notice-drafted = проект: { $notice }
event-handed-back = возвращено: { $reason }
event-ground-proposed = предложено не рассматривать: { $ground } ({ $note })
event-ground-decided = решено не рассматривать: { $ground } ({ $note })
event-ground-decided-earlier = решено не рассматривать: { $ground } ({ $note }); прежний ответ № { $number } от { $on }
event-ground-lifted = основание или переадресация сняты: { $reason }
event-ground-lifted-due = рассмотрение возобновлено, срок { $due }: { $reason }
event-forwarded = переадресуется: { $to } ({ $reason })
event-requested = запрос: { $to }, № { $number }
event-requested-by = , ответ ожидается до { $day }
event-request-answered = ответ на запрос { $place } от { $on }: { $gist }
event-called = клиенту перезвонили
event-called-gist = клиенту перезвонили: { $gist }
event-not-reached = звонили клиенту, не дозвонились
event-corrected = исправлено: { $changes } ({ $reason })
event-corrected-field = { $field }: { $old } → { $new }
event-corrected-nothing = —
event-recounted = изменён календарь: срок { $due }
event-result = ответило подразделение, № { $number } от { $on }: { $gist }
fact-handed-back = возвращено
fact-ground-proposed = предложено основание
fact-ground-decided = решение об основании
fact-ground-lifted = основание снято
fact-forwarded = переадресуется
fact-requested = отправлен запрос
fact-request-answered = получен ответ на запрос
fact-corrected = исправлено
fact-recounted = срок пересчитан
fact-result = ответило подразделение
refusal-back-dated = Обращение будет зарегистрировано датой { $on } по бумажному журналу. Если это верно, подтвердите.
refusal-due-moves = Исправление сдвигает срок: { $from } → { $to }. Если это верно, подтвердите.
refusal-due-moved-line = № { $number }: { $from } → { $to }
refusal-due-dates-move = { $count ->
    [one] Календарь сдвигает срок { $count } открытого обращения: { $list }. Если это верно, подтвердите.
    [few] Календарь сдвигает сроки { $count } открытых обращений: { $list }. Если это верно, подтвердите.
   *[other] Календарь сдвигает сроки { $count } открытых обращений: { $list }. Если это верно, подтвердите.
}
refusal-no-screening = Основания не рассматривать есть только для письменных обращений, а это — «{ $channel }». Ответьте на него или запишите отзыв клиентом.
refusal-has-contacts = Клиент оставил контакты: ответьте на обращение или назовите другое основание.
refusal-no-contacts-first = Уведомление отправить некуда: назовите основание «нет контактных данных».
refusal-earlier-unanswered = По № { $number } ответ до регистрации этого обращения не отправлялся. Укажите обращение с отправленным ответом либо номер и дату бумажного ответа.
refusal-not-earlier = № { $number } поступило не раньше этого обращения. Укажите прежнее.
refusal-ground-stands = Основание «{ $ground }» уже названо. Попросите руководителя решить или снимите его.
refusal-no-ground = Нет ни основания, ни переадресации, которые можно снять. Закрытое обращение возобновите.
refusal-needs-contacts = Укажите ставшие известными контакты: адрес, эл. почту или телефон.
refusal-notice-due = Клиенту положено { $notice }. Подготовьте его либо снимите основание или переадресацию.
refusal-answer-due = Нет ни основания, ни переадресации: клиенту положен ответ. Сначала назовите основание или ответьте.
refusal-no-citation = В уведомлении должен быть назван прежний ответ: № { $number } от { $on }. Добавьте его в текст.
refusal-questions-left = Нет ответа на вопросы: { $places }. Ответьте на каждый и отметьте его.
refusal-no-question = В обращении нет вопроса { $place }. Посмотрите номера вопросов в карточке.
refusal-nothing-to-hand-back = Обращение ещё ни у кого: передайте его исполнителю.
refusal-not-the-holder = Это делают исполнители обращения либо: { $roles }. Обратитесь к ним или попросите назначить вас.
refusal-bad-co-executor = { $person } здесь не может быть соисполнителем: назначьте ответственного и другого человека в помощь.
refusal-no-request = Такого запроса нет, или на него уже ответили. Посмотрите открытые запросы в карточке.
refusal-no-call-back = Клиент не ждёт звонка. Запишите устный ответ или отправку ответа по телефону.
refusal-call-back-only = Перезванивают по визитам и звонкам, а это — «{ $channel }». Выберите ответ «по телефону».
refusal-unknown-book = В этом зале нет книги отзывов «{ $number }». Сначала заведите её: «Книги отзывов» (F9) или otklik book open.
refusal-entry-taken = Эта запись уже зарегистрирована: № { $number }. Проверьте номер записи.
refusal-book-channel = Запись бывает в книге отзывов, а канал — «{ $channel }». Выберите канал «книга отзывов».
refusal-unknown-document = Документа «{ $code }» нет в файле тем. Выберите из списка.
refusal-deputy-taken = В эти дни { $of } уже замещает { $by }. Выберите другие дни или сначала завершите то замещение.
refusal-norm-unit = Норма «{ $norm }»: единица unit не подходит к measures. Ответ и отправку считают в днях, остальное — в часах или минутах. Исправьте файл.
refusal-type-number = Исходящие номера здесь даёт канцелярия: введите номер.
refusal-series-meets = Следующий исходящий № { $number } раньше введён вручную на другом письме. Пусть руководитель укажет, с какого номера продолжать: otklik office series outgoing --first N; если ряд уже начат — измените запись номеров: otklik office change --outgoing-numbers.
refusal-appeal-number-taken = Регистрационный № { $number } уже дан другому обращению. Попросите администратора изменить запись номеров: otklik office change --appeal-numbers.
refusal-number-is-given = Исходящие номера здесь даёт программа: не вводите номер или измените настройку организации.
refusal-bad-value = «{ $value }» не подходит для поля «{ $field }». Исправьте значение.
refusal-bad-email = «{ $typed }» — не адрес почты: нужно имя, знак @ и домен с точкой, как anna@example.ru. Исправьте или уберите его.
refusal-bad-phone = «{ $typed }» — не телефон: нужно 5–15 цифр, несколько номеров — через запятую. Исправьте или уберите его.
refusal-nothing-changed = Исправление ничего не меняет. Задайте новое значение хотя бы одного поля.
refusal-not-external = Результат записывают, когда обращение передано подразделению со своей базой. Передайте его такому подразделению или подготовьте ответ здесь.
refusal-consultation-annulled = Эта консультация уже отменена. Запишите новую, если она была.
trouble-no-consultation = Такой консультации нет. Список: otklik consult list.
confirm-back-dated = Зарегистрировать той датой
confirm-due-moves = Сдвинуть срок
command-hand-back = Вернуть обращение
command-hand-back-help = Возвращает обращение тому, от кого оно пришло, с указанием причины.
command-screen = Основание не рассматривать
command-screen-help = Называет основание: предлагает любой, решает руководитель (R7, R8).
command-lift = Снять основание
command-lift-help = Снимает основание или переадресацию; для «нет контактов» спрашивает контакты.
command-forward = Переадресовать
command-forward-help = Вопрос другой организации: клиенту готовится уведомление.
command-request = Запрос
command-request-help = Запрос подразделению или сторонней организации со своим сроком; срок обращения идёт.
command-request-answer = Ответ на запрос
command-request-answer-help = Записывает, что и когда ответили на запрос.
command-call = Перезвонить клиенту
command-call-help = Записывает звонок клиенту, который его ждёт.
command-correct = Исправить
command-correct-help = Исправляет поля обращения: прежнее и новое значение, кто и почему — в истории.
command-result = Результат подразделения
command-result-help = Записывает ответ подразделения, которое ведёт свой журнал; обращение закрывается.
command-client-history = Прежние обращения клиента
command-client-history-help = Показывает все обращения этого клиента.
command-consult = Консультация
command-consult-help = Записывает консультацию: тема, канал, минуты; клиент не обязателен (R23).
command-consultations = Консультации дня
command-consultations-help = Показывает консультации за сегодня; лишнюю можно отменить (F8).
command-books = Книги отзывов
command-books-help = Книги отзывов и предложений по залам: завести, закрыть (R30).
command-print-many = Печать подряд
command-print-many-help = Все ответы, подписанные сегодня, все, что ждут подписи, или все ненапечатанные: одним разом.
command-unprinted = Не напечатано
command-unprinted-help = Письма этого рабочего места, которые не взял принтер.
command-load = Загрузить правила
command-load-help = Загружает из файла нормы сроков, календарь года, темы или шаблоны писем.

## The shell

cli-no-contacts = № { $number }: нет ни адреса, ни эл. почты, ни телефона — ответить некуда. Найдите контакты либо назовите основание «{ $ground }»: otklik screen { $number } --ground no_contacts.
cli-several-requests = Ответа ждут несколько запросов. Назовите один после номера обращения: { $places }.
cli-wanted-texts = список текстов ["…", …]
cli-wanted-counts = список целых чисел [1, 2]
cli-wanted-change = ПОЛЕ=ЗНАЧЕНИЕ. Поля: { $fields }
cli-wanted-places = номера вопросов через запятую (1,2) или all
cli-late = просрочена отправка
cli-column-id = Ид.
cli-column-minutes = Минут
cli-column-opened = Начата
cli-column-account = Лицевой счёт
cli-column-address = Адрес
cli-column-newest = Последнее обращение
cli-column-deputises = Замещает
cli-column-send-by = Отправить до
cli-column-request-due = Ответ на запрос до
cli-column-call-back = Перезвонить
cli-column-ground = Основание не рассматривать
cli-column-forwarding = Переадресация
cli-column-helpers = Соисполнители
cli-column-requests = Запросы
cli-column-paper = Бумажный журнал
cli-column-contacts = Контакты
cli-column-missing = Не хватает
cli-column-annulled-numbers = Аннулированные исходящие
cli-contacts-from-card = взяты из прежнего обращения
cli-book-entry = № { $number }, запись { $entry }
cli-ground-proposed = предложено, решает руководитель
cli-ground-decided = решено
cli-ground-earlier = прежний ответ № { $number } от { $on }
cli-call-done = дозвонились { $at }
cli-call-due = до { $at }
cli-call-waits = ждёт звонка
cli-call-tries = { $tries ->
    [one] не дозвонились { $tries } раз
    [few] не дозвонились { $tries } раза
   *[other] не дозвонились { $tries } раз
}
cli-request-answered = ответ { $on }: { $gist }
cli-request-expected = ждём до { $day }
cli-request-waits = ждём ответа
cli-question-open = нет ответа
cli-question-answered = отвечено
cli-visit-time = Время ({ $measure }): { $time }.
cli-visit-kept = Норма соблюдена ({ $measure }): { $time } при норме { $limit }.
cli-visit-broken = Норма нарушена ({ $measure }): { $time } при норме { $limit }.
cli-done-consultation = Консультация { $id } записана: { $topic } · { $channel }.
cli-done-consultation-annulled = Консультация { $id } отменена.
cli-done-book-opened = Книга отзывов № { $number } заведена.
cli-done-book-closed = Книга отзывов № { $number } закрыта; записи остаются.
cli-book-open = открыта
cli-book-closed = закрыта
cli-book-missing = нет открытой книги
cli-due-strictest = Действует самая строгая норма — «{ $norm }»: { $day } раньше, чем { $next }.
cli-due-same-day = Нормы дают один день — { $day }. Действует «{ $norm }»: её можно продлить на больше дней, либо в файле она раньше.
cli-due-provisional = Срок предварительный: нет производственного календаря на { $years } год, выходными считаются субботы и воскресенья. Загрузите год: otklik load calendar ФАЙЛ.
cli-due-no-calendar = Нет производственного календаря на { $years } год; этот срок от него не зависит. Загрузить год: otklik load calendar ФАЙЛ.
cli-due-clock = Норма по часам ({ $measure }): { $time } ({ $norm }).

cli-about-client = Заявители: кто уже обращался
cli-about-client-find = Найти заявителя по фамилии, телефону или лицевому счёту
cli-about-client-history = Все обращения этого заявителя
cli-about-hand-back = Вернуть тому, от кого пришло
cli-about-screen = Назвать основание не рассматривать; решает руководитель
cli-about-lift = Снять основание или переадресацию
cli-about-forward = Переадресовать: вопрос другой организации
cli-about-request = Запросить подразделение или стороннюю организацию
cli-about-request-answered = Записать ответ на запрос
cli-about-called = Записать звонок заявителю, который его ждёт
cli-about-correct = Исправить поля обращения
cli-about-result = Записать ответ подразделения, которое ведёт свою базу
cli-about-consult = Записать консультацию; она без номера и срока
cli-about-consult-list = Консультации за дни; без дат — за сегодня
cli-about-consult-annul = Отменить ошибочную консультацию
cli-about-book = Книги отзывов и предложений
cli-about-book-open = Завести книгу в зале
cli-about-book-close = Закрыть книгу; записи остаются
cli-about-book-list = Список книг и залы без открытой книги

cli-help-ground = Основание
cli-help-note = Почему; без него — слова самого основания
cli-help-earlier = Прежнее обращение с отправленным ответом (для repeat)
cli-help-screen-paper-number = Исходящий номер прежнего ответа на бумаге
cli-help-paper-date = Его дата
cli-help-known-on = День, когда контакты стали известны; без него — сегодня
cli-help-forward-to = В какую организацию
cli-help-request-to = Кого спросить: подразделение (unit:…) или организация (org:…)
cli-help-request-text = Что запрашиваем
cli-help-expected = К какому дню ждём ответа
cli-help-outgoing = Исходящий номер, если его даёт канцелярия
cli-help-place = Номер запроса; не нужен, если открыт один
cli-help-request-answered-gist = Суть ответа на запрос
cli-help-called-gist = О чём говорили
cli-help-not-reached = Не дозвонились
cli-help-changes = ПОЛЕ=ЗНАЧЕНИЕ, поле — как в JSON команды register; пустое значение стирает
cli-help-result-outgoing = Номер ответа подразделения
cli-help-result-gist = Суть ответа
cli-help-consult-channel = Как спросили; без него — визит, если он идёт, иначе телефон
cli-help-minutes = Сколько минут заняла
cli-help-client = Кто спрашивал; не обязательно
cli-help-consult-list-from = С какого дня
cli-help-consult-list-to = По какой день
cli-help-consultation = Ид. консультации из списка
cli-help-book-number = Номер книги
cli-help-book-open-sheets = Сколько листов прошито и пронумеровано
cli-help-book-open-on = День, когда книга начата; без него — сегодня
cli-help-outgoing-at = Когда письмо получает исходящий номер
cli-help-no-external = Не ведёт свою базу
cli-help-deputy-for = Кого замещает; вместе с --duty и --to
cli-help-duty = В чём замещает
cli-help-deputy-from = С какого дня; без него — с сегодня
cli-help-deputy-to = По какой день
cli-help-no-deputy = Снять все замещения
cli-help-with = Соисполнители через запятую
cli-help-answers = На какие вопросы ответ: 1,2 или all; без него — на все
cli-help-waited = Сколько минут заявитель ждал
cli-help-book = Номер книги отзывов и предложений
cli-help-book-entry = Номер записи в ней
cli-help-question = Вопрос обращения; можно повторять
cli-help-document = Коды принесённых документов через запятую; можно повторять
cli-help-power-address = Качество электроэнергии: адрес устройства
cli-help-power-time = Качество электроэнергии: когда
cli-help-power-contract = Качество электроэнергии: номер договора
cli-help-paper-number = Номер в бумажном журнале; переносит руководитель
cli-help-paper-on = День регистрации в бумажном журнале
cli-help-call-back = Обещали перезвонить
cli-help-client-of = Заявитель тот же, что в этом обращении

cli-value-ground = ОСНОВАНИЕ
cli-value-place = ЗАПРОС
cli-value-change = ПОЛЕ=ЗНАЧЕНИЕ
cli-value-asked = КОГО
cli-value-book = КНИГА
cli-value-outgoing-at = КОГДА
cli-value-duty = РОЛЬ
cli-value-places = ВОПРОСЫ
cli-value-document = ДОКУМЕНТ

## The form of a new appeal

form-email = Электронная почта
form-virtual = Виртуальная приёмная
form-book-entry-title = Запись в книге отзывов
form-consultation = Консультация
form-book = Книга отзывов
form-book-note = книги этого зала, которые сейчас открыты
form-book-since = с { $day }
form-book-entry = № записи
form-book-entry-note = номер записи в книге, например 14
form-book-received-note = дата, которой подписана запись
form-no-book-here = в этом зале нет открытой книги
form-no-book = В этом зале нет открытой книги: заведите её (F9, «Книги отзывов»)
form-surname-note = фамилия; для организации — «Организация»; F4 — кто уже обращался
form-account-note = F4 — кто уже обращался с этим счётом
form-inn = ИНН
form-inn-note = 10 или 12 цифр
form-contract = № договора
form-anonymous-note = пробел, если заявитель не назвался
form-client-line = { $name } · { $state } · { $place }
form-client-one = F4 — { $name }, № { $number }: { $state }
form-client-many = Прежних заявителей не меньше { $count }: наберите имя дальше или F4 — выбрать
form-client-nobody = Среди прежних заявителей не нашлось
form-from-card = как прежде
form-client-several = { $count ->
    [one] Нашёлся { $count } прежний заявитель. F4 — выбрать
    [few] Нашлись { $count } прежних заявителя. F4 — выбрать
   *[other] Нашлось { $count } прежних заявителей. F4 — выбрать
}
form-client-has-open = { $count ->
    [one] Уже открыто № { $number }, срок { $due }: «{ $gist }»
    [few] Открыто { $count } обращения, новейшее № { $number }, срок { $due }: «{ $gist }»
   *[other] Открыто { $count } обращений, новейшее № { $number }, срок { $due }: «{ $gist }»
}
form-client-came = { $count ->
    [one] Обращался { $count } раз: № { $number } от { $day }, { $state }
    [few] Обращался { $count } раза, последнее № { $number } от { $day }: { $state }
   *[other] Обращался { $count } раз, последнее № { $number } от { $day }: { $state }
}
form-client-open = открыто, срок { $due }
form-clients-question = Кто уже обращался
form-clients-none = Прежних обращений не нашлось. F4 ищет по фамилии, телефону, счёту.
form-clients-help = Заявители из прежних обращений: имя и как стоит последнее обращение. Enter — заполнить пустые поля формы; набранное не изменится.
form-topic-recent = недавно
form-topic-last = = как в прошлый раз: { $topic }
form-documents = Принесены
form-documents-note = пробел — документ принесён; стрелки — по списку, Tab — дальше
form-documents-missing = не хватает: { $list }
form-documents-all = все документы принесены
form-power = Качество электроэнергии
form-power-address = Адрес устройства
form-power-address-note = где стоит энергопринимающее устройство
form-power-time = Когда нарушено
form-power-time-note = день и время словами: 20.11 с 18 до 21 часа
form-answers = Отвечено на вопросы
form-answers-note = пробел — на этот вопрос ответ дан; закрыть можно, когда дан на все
form-call-back = Перезвонить
form-call-back-note = пробел — обещан звонок; обращение встанет в очередь звонков
form-rare = Если нужно
form-unfolds = пробел — открыть поля ниже
form-by-representative = За него представитель
form-representative = Представитель
form-proxy-number = № доверенности
form-proxy-date = Дата доверенности
form-several-signed = Коллективное
form-signers = Сколько подписей
form-answer-to = Кому ответить
form-answer-to-note = кого из подписавших назвали; пусто — заявителю
form-forwarded-by = Переслал орган власти
form-covering-body = Кто переслал
form-covering-number = № сопровод. письма
form-covering-date = Дата письма органа
form-covering-due = Ответить ему до
form-several-questions = Несколько вопросов
form-questions = Вопросы
form-questions-note = по одному в строке; закрыть можно, ответив на каждый
form-from-paper = Из бумажн. журнала
form-from-paper-note = пробел — регистрация была в журнале раньше; дату подтверждают
form-paper-number = № в журнале
form-paper-on = Дата в журнале
form-due = Ответить до { $due } · { $count }
form-due-provisional = Ответить до { $due }, предварительно · { $count } · календарь года не загружен
form-due-authority = Ответить до { $inner }: так просит орган власти; по норме — до { $due }
form-no-contacts-oral = Контактов нет: ответить можно только сразу, на месте
consult-question = Консультация ({ $channel }): Enter — записать, Tab — ещё
consult-help = Наберите первые буквы темы, Enter — консультация записана. Сверху темы, которые вы записывали последними. Tab — указать минуты, заявителя, канал. Например: K, «перер», Enter (R23).
consult-minutes = Минут
consult-channel = Канал
consult-client-note = если назвался; не обязательно
consult-button = Записать консультацию
done-consulted = Консультация записана: { $topic }. Отменить — F9, «Консультации дня».
consultations-title = Консультации за сегодня: { $count }
consultations-none = Сегодня консультаций ещё не было. Записать — K.
consultations-at = Время
consultations-minutes = Мин.
consultations-help = Консультации за сегодня, новые сверху (R23). F8 — отменить записанную по ошибке, K — записать ещё, Esc — назад.
consult-annul = Отменить консультацию «{ $name }»?
done-consult-annulled = Консультация «{ $name }» отменена.
visit-waited = Ждал, минут
visit-waited-note = сколько заявитель ждал у окна; пусто — неизвестно
visit-button = Начать визит
visit-held-appeals = { $count ->
    [one] { $count } обращение,
    [few] { $count } обращения,
   *[other] { $count } обращений,
}
visit-held-consultations = { $count ->
    [one] { $count } консультация.
    [few] { $count } консультации.
   *[other] { $count } консультаций.
}
visit-waiting-kept = Ожидание { $took } мин. — в норме ({ $limit }).
visit-waiting-broken = Ожидание { $took } мин. — дольше нормы ({ $limit }).
visit-service-kept = Обслуживание — в норме ({ $limit } мин.).
visit-service-broken = Обслуживание — дольше нормы ({ $limit } мин.).
history-title = Обращения: { $name }, { $count }
history-registered = Принято
history-help = Все обращения этого заявителя, новые сверху. Enter — карточка, Esc — назад.

## Steps of an appeal

button-screen = Назвать основание
button-lift-forwarding = Снять переадресацию
button-request = Записать запрос
button-request-answer = Записать ответ на запрос
button-call = Записать звонок
button-result = Записать результат
step-outgoing-note = Исходящие номера здесь даёт канцелярия: перепишите номер с письма
step-answers = На какие вопросы
step-answers-note = Отмечены вопросы без ответа; F4 — список, пробел — отметка
step-goes-back = Вернётся: { $holder }
step-ground = Основание
step-ground-why = Что именно: какие слова, что не читается, что было прежде
step-earlier-heading = Только для повторного: прежний ответ
step-earlier = Прежнее обращение
step-earlier-note = Отвеченные обращения этого клиента: F4
step-earlier-number-note = Номер обращения в этой базе, целиком или порядковый: 412
step-paper-note = Для ответа на бумаге: номер и дата письма; за него ручается руководитель
step-decides-closes = Решаете вы: закрывается без ответа.
step-decides-notice = Решаете вы: клиенту нужно уведомление.
step-proposes-closes = Вы предлагаете: закрывается без ответа.
step-proposes-notice = Вы предлагаете: клиенту нужно уведомление.
step-contacts-heading = Контакты, ставшие известными
step-known-note = День, когда узнали контакты: от него пойдёт новый срок
step-lift-reopens = Обращение откроется снова, с новым сроком.
note-recipient = Сетевая компания, другой поставщик, администрация …
step-forward-notice = Клиенту нужно уведомление; до его отправки срок идёт.
step-ask-unit = Подразделение
step-ask-organisation = или организация
step-ask-note = Кого спрашиваем: подразделение из списка или сторонняя организация
step-ask-nobody = Укажите подразделение или организацию.
step-ask-both = Запрос — кому-то одному: уберите подразделение или организацию.
step-expected = Ответ ждём до
step-expected-note = Срок самого обращения от этого не сдвигается
step-which-request = Запрос
step-reached = Дозвонились
step-reached-note = Пробел — да или нет; несостоявшийся звонок тоже запишется
step-call-gist = О чём говорили
step-call-no-phone = Телефон заявителя не записан
step-result-number = Исх. № подразделения
correct-question = Что исправить (пробел — отметить несколько)
correct-begun = Исправление уже начато
correct-begun-help = Первая строка открывает начатое исправление, как его оставили; вторая — список полей: причина и набранное в тех же полях останутся.
correct-go-on = Продолжить черновик: { $fields } ({ $age })
correct-anew = Выбрать поля заново
correct-help = Наберите начало названия поля или значения. Enter — исправить это поле; пробелом отмечают несколько, тогда Enter откроет их вместе.
correct-reason-note = Прежнее и новое значение, причина и ваше имя останутся в истории
correct-questions-note = Каждый вопрос — с новой строки
route-helpers = Соисполнители
route-helpers-note = Помогают ответственному; F4 — список, пробел — отметить нескольких
step-help-hand-back = Исполнитель возвращает руководителю, руководитель — директору или в канцелярию. Причину увидят все.
step-help-screen = Нецензурное, нечитаемое и без контактов закрывается без ответа; при повторе и коммерческой тайне клиенту отправляют уведомление (R7, R8). Предложить может любой, решает руководитель или директор.
step-help-lift = Основание или переадресация снимаются, пока уведомление не отправлено. Для «нет контактных данных» укажите контакты: новый срок пойдёт с дня, когда их узнали (R8).
step-help-forward = Вопрос не наш: укажите организацию и почему. Обращение закроет отправленное уведомление клиенту.
step-help-request = Запрос подразделению или организации (R15). Ему даётся исходящий номер; срок обращения не останавливается.
step-help-request-answer = Когда и что ответили на запрос. Ответ клиенту готовят после этого обычным порядком (R15).
step-help-call = Звонок клиенту, который его ждёт. Обращение звонок не закрывает: ответ записывают как устный (A).
step-help-correct = Исправленные канал, вид, тема или дата поступления пересчитывают срок: об этом будет вопрос. Прежнее значение остаётся в истории (R2).
step-help-result = Подразделение со своей базой ответило клиенту само: его исходящий номер, дата и суть. Обращение закроется (R4).
done-handed-back = № { $number } возвращено: { $holder }.
done-ground-proposed = № { $number }: основание предложено, решает руководитель.
done-ground-closed = № { $number }: решено не рассматривать, обращение закрыто.
done-ground-notice = № { $number }: решено. Уведомление клиенту — R.
done-lifted = № { $number }: снято, клиенту положен ответ.
done-forwarded = № { $number }: переадресуется ({ $to }). Уведомление клиенту — R.
done-requested = № { $number }: запрос записан, исходящий № { $outgoing }.
done-request-answered = { $left ->
    [one] № { $number }: ответ на запрос записан, остался ещё { $left } запрос.
    [few] № { $number }: ответ на запрос записан, осталось ещё { $left } запроса.
   *[other] № { $number }: ответ на запрос записан, осталось ещё { $left } запросов.
}
done-request-answered-last = № { $number }: ответ на запрос записан, открытых запросов нет.
done-not-reached = { $tries ->
    [one] № { $number }: не дозвонились, { $tries } попытка.
    [few] № { $number }: не дозвонились, { $tries } попытки.
   *[other] № { $number }: не дозвонились, { $tries } попыток.
}
done-called = № { $number }: звонок записан. Устный ответ — A.
done-corrected = № { $number }: исправлено.
done-corrected-due = № { $number }: исправлено, новый срок { $due }.
done-result = № { $number }: ответ подразделения записан, обращение закрыто.
unit-marked-external = { $unit } (своя база)
tab-screening = Основания
tab-call-back = Перезвонить
tab-unsigned = На подписи
queue-unsigned = На подписи
waits-signature = ждёт подписи: { $signatory }
cli-column-unsigned = Подписывает
tab-requests = Запросы
home-queues-help =
    Когда есть что решать, сверху видны ещё списки: предложенные основания, звонки и запросы без ответа.
    «Срок» и «Дней» — по норме. «Внутр.» — внутренний срок, если он раньше: список стоит по нему, но просрочки по нему нет.
    В «К отправке» срок — день, до которого подписанное надо отправить; «!» — опоздание.
card-questions = Вопросы
card-requests = Запросы
card-notice-owed = Клиенту положено { $notice }
card-ground-proposed = Предложено: { $ground } ({ $by }, { $on })
card-ground-decided = Решено: { $ground } ({ $by }, { $on })
card-earlier-appeal = прежний ответ № { $number } от { $on } по обращению № { $appeal }
card-earlier-paper = прежний ответ № { $number } от { $on }, на бумаге
card-forwarding = Переадресуется: { $to } ({ $by }, { $on })
card-called-back = Перезвонили { $at }
card-call-not-made = Клиент ждал звонка, обращение закрыто без него
card-call-by = Клиент ждёт звонка до { $at }
card-call-waits = Клиент ждёт звонка
card-call-phone = { " " }· тел. { $phone }
card-call-tries = { $tries ->
    [one] { " " }· не дозвонились { $at }
    [few] { " " }· не дозвонились { $tries } раза, последний — { $at }
   *[other] { " " }· не дозвонились { $tries } раз, последний — { $at }
}
card-helpers = Соисполнители: { $names }
card-round = Прежнее рассмотрение: срок { $due }, закрыто { $on }: { $outcome }
card-request = { $place }. { $to }, № { $number } от { $on }
card-request-expected = , ждём до { $day }
card-request-answer = Ответ { $on }: { $gist }
card-question = { $place }. { $text }
card-question-waits = { $place }. { $text } — без ответа
card-documents = Принесены: { $list }
card-documents-missing = Не хватает: { $list }
card-book = Книга отзывов № { $number }, запись { $entry }
card-paper = Бумажный журнал: № { $number } от { $on }
card-reply-answers = Отвечает на вопросы: { $places }
card-annulled-numbers = Аннулированные исходящие: { $numbers }
card-others = Сейчас на этой карточке ещё: { $who }
card-contacts-from-before = Контакты — из прежнего обращения
step-earlier-only = № прежнего обращения
card-given-back = Возвращено ({ $by })

## Journals

journal-day = Журнал регистрации
journal-written = Журнал учёта письменных обращений
journal-reception = Журнал личного приёма
journal-calls = Журнал учёта телефонных обращений
journal-book = Журнал записей книг отзывов и предложений
journal-outgoing = Журнал исходящих писем
journal-post = Реестр почтовых отправлений
journal-on = за { $on }
journal-between = за период с { $from } по { $to }
journal-begun = Том { $volume }.  Начат: { $from }.  Окончен: { $to }.  На ________ листах.
journal-unit = Подразделение: { $unit }
journal-every-unit = Все подразделения
journal-goes-on = Продолжение в томе { $volume }.
journal-nothing = Записей нет.
journal-part-appeals = Зарегистрированы обращения
journal-part-letters = Даны исходящие номера
journal-total = Всего обращений
journal-total-letters = Всего писем
journal-total-annulled = Из них аннулировано
journal-total-consultations = Дано консультаций (без регистрации)
journal-kind-unknown = Вид не указан
journal-made = Составлено
journal-made-by = Журнал составил(а)
journal-post-handed = Сдал(а)
journal-post-taken = Принял(а), работник связи
journal-witness = Контрольный код базы
journal-witness-of = Удостоверяет
journal-witness-covers = записи базы с 1-й по { $last }-ю; последняя сделана { $written }
journal-witness-note = Код заверяет, что записи базы не изменены и не изъяты. Проверить его: otklik check --anchor { $code } --on { $on }. Лист подписывается и подшивается в день составления.
journal-account = Л/с { $account }
journal-book-entry = книга { $book }, запись { $entry }
journal-request = Запрос: { $text }
journal-not-sent = не отправлено
journal-number-annulled = АННУЛИРОВАН: письмо не подписано
journal-called = перезвонили { $at }
journal-call-by = перезвонить до { $by }
journal-call-waits = ждёт звонка
journal-open = на рассмотрении
journal-extended = срок продлён
journal-reply = исх. № { $number } от { $on }
journal-annulled = АННУЛИРОВАНО { $on }: { $reason }
journal-column-number = №
journal-column-number-date = № и дата регистрации
journal-column-time = Время
journal-column-moment = Дата и время
journal-column-channel = Способ
journal-column-client = Заявитель
journal-column-client-address = Заявитель, адрес
journal-column-kind = Вид, тема
journal-column-gist = Краткое содержание
journal-column-due = Срок
journal-column-intake = Где принято
journal-column-by = Кто принял
journal-column-mark = Отметка
journal-column-received = Поступило, способ
journal-column-theirs = № и дата заявителя, органа
journal-column-sheets = Листов и прил.
journal-column-resolution = Резолюция, кем и когда
journal-column-executor = Исполнитель
journal-column-result = Результат
journal-column-received-by = Кто принимал
journal-column-decision = Решение, результат
journal-column-phone = Телефон
journal-column-call = Обратный звонок
journal-column-place = № п/п
journal-column-to = Кому
journal-column-to-address = Кому, куда
journal-column-address = Адрес
journal-column-outgoing = Исх. № и дата
journal-column-item = Вид отправления
journal-column-tracking = ШПИ
journal-column-note = Примечание
journal-column-about = О чём
journal-column-answers = На вх. № и дата
journal-column-signatory = Подписал
journal-column-sent = Как и когда отправлено
letter-purpose-answer = Ответ
letter-purpose-interim = Промежуточный ответ
letter-purpose-notice = Уведомление
queue-list-title = Список обращений «{ $name }» на { $on }
queue-list-title-narrowed = Список обращений «{ $name }» по отбору, на { $on }
queue-list-narrowed = Не все, только: { $narrowed }.
queue-list-order = Порядок: { $order }.
post-kind-simple = Простое
post-kind-registered = Заказное
post-kind-with-receipt = Заказное с уведомлением
posting-numbered = { $kind }, ШПИ { $number }
event-what-request = запрос { $place }
event-tracked = { $what }: почтовое отправление: { $posting }
fact-tracked = записан номер почтового отправления
event-taken-back-held = шаг отменён, снова: { $to } ({ $reason })
event-taken-back-draft = { $what }: шаг отменён, снова проект ({ $reason })
event-taken-back-text = { $what }: шаг отменён, снова прежний текст ({ $reason })
event-taken-back-forwarding = шаг отменён, снова переадресуется: { $to } ({ $reason })
event-taken-back-ground = шаг отменён, снова основание: { $ground } ({ $reason })
event-taken-back-course = основание или переадресация отменены ({ $reason })
event-taken-back-fields = исправление отменено: { $changes } ({ $reason })
fact-taken-back = шаг отменён
refusal-not-by-post = Это письмо не отправлено почтой, почтового номера у него нет. Запишите отправку почтой, потом номер.
refusal-bad-tracking = «{ $typed }» — не номер почтового отправления. Наберите 14 цифр с чека или номер вида RA123456785RU.
refusal-tracking-check = В номере { $typed } ошибка в одной из цифр: контрольная цифра не сходится. Сверьте его с чеком и наберите ещё раз.
refusal-tracked = У этого письма уже записан номер { $number }: он будет заменён или снят. Сверьте чек и подтвердите, если он неверен.
confirm-tracking-replaced = Снять номер
refusal-tracking-taken = Номер { $number } уже записан за письмом № { $letter }. Сверьте чек; если ошибка там, исправьте сначала то письмо.
queue-new = Новые
queue-all = Все обращения
queue-list-days = Дней до срока
queue-list-state = Состояние
queue-list-unit = Подразделение
queue-list-inner = { $due } (внутр. { $inner })
queue-list-send = отправить до { $by }
queue-list-call = ждёт звонка: { $at }
queue-list-request = ответ на запрос: { $by }
queue-list-ground = предложено основание: { $ground }
journal-volume = Том { $volume }
journal-volume-file = том
cli-several-letters = По этому обращению почтой ушло несколько писем: { $numbers }. Назовите исходящий номер: --outgoing НОМЕР.
cli-days-turned = Последний день раньше первого. Поменяйте --from и --to местами.
cli-one-day = Журнал регистрации составляется за один день. Назовите его: --on ДАТА.
cli-day-to-come = Этот день ещё не наступил: в журнале регистрации за него ничего нет. Назовите сегодняшний или прошедший: --on ДАТА.
cli-volume-there = Рядом лежит { $file } — том прежнего журнала; его приняли бы за том нового. Уберите его или назовите другой файл.
cli-wanted-anchor = Нужен контрольный код с листа журнала: число и четыре группы по пять знаков. Сверьте каждый знак: в коде есть ошибка.
cli-anchor-same = Код за { $on } сходится: все записи по { $last }-ю ({ $written }) те же, что при печати листа.
cli-anchor-later = { $later ->
    [one] В тот же день после печати добавлена ещё { $later } запись: она этим кодом не заверена.
    [few] В тот же день после печати добавлено ещё { $later } записи: они этим кодом не заверены.
   *[other] В тот же день после печати добавлено ещё { $later } записей: они этим кодом не заверены.
}
cli-anchor-other-day = Код верный, но не от { $on }: последняя его запись сделана { $written }. Сверьте дату листа.
cli-anchor-differs = Код за { $on } не сходится: запись { $last } и, возможно, прежние не те, что были при печати листа. Базу переписали или подменили. Сохраните этот файл и сравните его с резервной копией.
cli-anchor-altered = Код за { $on } не подтверждён: отпечаток записи { $last } прежний, но запись { $first } или одна из следующих изменена в обход программы. Сохраните этот файл и сравните его с резервной копией.
cli-anchor-shorter = Код за { $on } не сходится: в базе { $ends } записей, а при печати листа было не меньше { $last }. Конец базы отрезан, или её вернули из старой резервной копии. Найдите более новую копию.
cli-about-journal = Журнал за день или период: в файл, на принтер или текстом
cli-about-tracked = Записать вид отправления и почтовый номер (ШПИ) письма
cli-help-journal = Какой журнал
cli-help-journal-on = За этот день; без него — сегодня
cli-help-from = Первый день
cli-help-journal-to = Последний день; без него — сегодня
cli-help-journal-out = Записать в файл .pdf или .txt; без него — текстом на экран
cli-help-list-out = Записать список на бумагу: файл .pdf или .txt
cli-help-anchor = Контрольный код с листа журнала
cli-help-check-on = Дата этого листа
cli-help-tracked-letter = Исходящий номер письма, если почтой ушло несколько
cli-help-tracking = Номер с чека почты: 14 цифр или вида RA123456785RU
cli-help-tracked-kind = Вид отправления; без него — заказное
cli-value-journal = ЖУРНАЛ
cli-value-tracking = ШПИ
cli-value-post-kind = ВИД
queue-open = Открытые
queue-soon = Срок через 1–3 дня
cli-column-posted = На почте
command-journals = Журналы и списки
command-journals-help = Журналы за день или период, реестр почтовых отправлений, список с экрана: просмотр и печать.
command-tracking = Номера почтовых отправлений (ШПИ)
command-tracking-help = Номера с чеков почты (ШПИ) подряд для писем, отправленных за день.
journals-question = Какой журнал или список?
journals-list = Список с экрана: { $queue }
journals-help = Выберите журнал или список: затем дни и подразделение. Его можно просмотреть и напечатать (F5).
journals-help-day = Обращения и исходящие номера этого дня. Внизу — контрольный код: лист подписывают и подшивают, а код потом докажет, что записи не меняли.
journals-help-period = Дни включительно. Обращения берутся по дню регистрации, письма — по их дате. Аннулированные остаются со своим номером и отметкой.
journals-help-post = Письма, сданные на почту в эти дни. Виды и номера (ШПИ) вводятся в «Номера почтовых отправлений (ШПИ)» или от руки на листе.
journals-day = День
journals-from = С
journals-to = По
journals-unit = Подразделение
journals-button = Показать
journals-turned = Последний день раньше первого. Исправьте один из них.
journals-long = Записей { $count }, на экране — до { $most }. Сократите период или выполните: { $command }
journals-long-list = В списке больше { $most } обращений: сузьте его (J) или выполните: { $command }
journals-day-to-come = Этот день ещё не наступил. Укажите сегодняшний или прошедший.
journals-where = Куда вывести?
journals-as-pdf = Файл PDF
journals-as-text = Текстовый файл
journals-on-printer = На принтер
journals-volumes = { $title } ({ $volumes ->
    [one] { $volumes } том
    [few] { $volumes } тома
   *[other] { $volumes } томов
})
volumes-printing = Печать
volumes-of = Том { $volume } из { $total }
volumes-esc = Esc — остановить: этот том выйдет целиком
volumes-help = Тома печатаются один за другим. Esc останавливает: том, который уже у принтера, выйдет целиком, о нём будет сказано. Остальные потом предложит F5.
volumes-in-hand = Том { $volume } из { $total } печатается. Можно работать дальше; будет сказано, когда принтер примет его.
volumes-in-hand-whole = Печатается. Можно работать дальше; будет сказано, когда принтер примет его.
volumes-out = Вышло томов: { $out } из { $total }. Остальные предложит F5.
volumes-rest = На принтер с тома { $volume } по { $total }: прежние уже вышли
volumes-one = Том { $volume } из { $total }. { $said }
volumes-already = Этот документ уже печатается. Подождите: будет сказано, когда принтер примет его.
volumes-hold-back = Документ ещё передаётся принтеру. Подождите или нажмите выход ещё раз: он может не напечататься.
journals-pages-help = Стрелки ↑ ↓ и PgUp PgDn — по странице, ← → — в стороны: лист шире экрана. F5 — в файл или на принтер. Esc — назад.
journals-pages-wider = Лист шире экрана: видны знаки { $from }–{ $to } из { $width }, стрелки влево и вправо
queue-list-file = список-{ $name }-{ $on }
tracking-title = Почтовые отправления за { $on }
tracking-state = Вид: { $kind }.  С номером: { $numbered } из { $count }.
tracking-keys = Номер с чека и Enter — дальше; пробел — без номера; Tab — вид; Del — снять
tracking-none = В этот день почтой ничего не отправлено. ← — прежний день.
tracking-no-later = Письма завтрашнего дня ещё не отправлены.
tracking-help = Наберите номер с чека (14 цифр или RA123456785RU) или считайте его сканером: Enter записывает его и переходит к следующему письму. Пробел отмечает письмо без номера (простое). Tab меняет вид отправления. Записанный номер набором не затрётся: снимите его клавишей Delete, потом наберите другой. Запрос в организацию встаёт в реестр, когда у него есть номер. ← и → — другой день.
done-tracked = Письмо № { $letter }: { $what }.
tracking-outgoing = Исх. №
tracking-stands = У этого письма уже записан номер { $number }. Сверьте чек; если он неверен, снимите его клавишей Delete и наберите другой.
tracking-bare = У этого письма нет номера.
tracking-take-off = Снять номер { $number } с письма № { $letter }?
tracking-taken-off = Номер снят.
tracking-leave = Esc ещё раз — уйти без записи.

## Lists and settings

label-outgoing-at = Исходящий даётся
note-outgoing-at = когда письмо получает номер и дату
staff-deputy = Замещает
label-deputy-of = Кого
label-deputy-as = В качестве
label-deputy-from = С какого дня
label-deputy-to = По какой день
note-deputy = пусто — никого не замещает
note-deputy-more = ещё замещений: { $count }; они сохраняются
note-deputy-as = подписант подписывает под своей должностью
note-deputy-to = последний день замещения
books-help =
    Книги отзывов и предложений по залам: они лежат в каждом зале, прошитые и пронумерованные (R30).
    F7 — завести книгу, F8 — закрыть, Esc — назад. Enter на зале без книги — завести её там.
    Закрытая книга остаётся в истории, в конце списка.
column-hall = Зал
column-book = Книга №
column-opened = Начата
book-open = открыта
book-open-sheets = открыта · { $sheets } л.
book-closed = закрыта { $on }
book-none = нет открытой книги
book-stays = Книга не меняется: её можно только закрыть (F8).
book-close = Закрыть книгу отзывов № { $number }? В форме её больше не будет; запись, найденную позже, регистрируют командой otklik register.
book-none-to-close = В этом зале нет открытой книги: завести — F7.
book-closed-already = Эта книга уже закрыта.
book-new = Новая книга отзывов
book-number = Номер книги
note-book-number = номер на обложке; не повторяется
book-opened = Начата
book-sheets = Листов
note-book-sheets = сколько листов прошито и пронумеровано
button-book = Завести книгу
help-book = В каждом зале должна лежать открытая книга отзывов, прошитая и пронумерованная (R30). Её номер называют, когда регистрируют запись.
done-book = Книга № { $number } заведена.
done-book-closed = Книга № { $number } закрыта.
load-what = Что загрузить
load-calendar = календарь года
load-norms = нормы сроков
load-topics = темы и документы
load-file = Файл
load-file-note = полный путь к файлу .toml; для шаблонов — к файлу .j2 или папке
load-replace = Заменить свой шаблон
load-replace-note = для шаблонов писем: прежний файл останется рядом с окончанием .bak
load-template-own = у этих шаблонов уже есть свой файл ({ $files }), он остался как был. Правьте его или ответьте «да» в поле «Заменить свой шаблон»
button-load = Загрузить
load-help = Нормы и темы заменяют прежние; начатые сроки идут по прежним нормам. Календарь года пересчитывает открытые обращения: сначала будет вопрос, какие сроки сдвинутся (R5). Шаблоны писем ложатся рядом с базой; файл с ошибкой не загружается, прежний остаётся.
load-moved = { $count ->
    [one] Календарь загружен, сдвинут срок { $count } обращения:
    [few] Календарь загружен, сдвинуты сроки { $count } обращений:
   *[other] Календарь загружен, сдвинуты сроки { $count } обращений:
}
load-moved-title = Сдвинутые сроки
done-loaded = Загружено: { $file }

## Letters

hole-earlier-number = номер прежнего ответа
hole-earlier-date = дата прежнего ответа
hole-earlier-appeal = номер прежнего обращения
hole-forwarded-to = организация, куда направлено
hole-forward-reason = причина переадресации
hole-addition = дополнение
letter-title-notice = Уведомление по обращению № { $number }
receipt-documents = Приняты документы
receipt-missing = Недостающие документы
receipt-untold = Сообщите
receipt-power-address = адрес энергопринимающего устройства
receipt-power-time = когда нарушено качество
receipt-power-contract = номер договора энергоснабжения
receipt-call = Перезвоним
receipt-call-by = до { $by }
reply-notice-due = Положено { $notice } · «{ $gist }» · до { $due }
reply-questions = Отвечает на
reply-questions-note = вопросы обращения; окончательный ответ отвечает на все
done-notice-draft = Проект уведомления сохранён.
done-notice-final = Уведомление окончательное. F5 — печать, S — отметить подпись.
paper-notice = Уведомление
file-notice = уведомление
done-registered-unreachable = Зарегистрировано: № { $number } · контактов нет: G — основание, M — дописать контакты
refusal-not-their-duty = У сотрудника { $of } нет такой обязанности: { $duty }. Выберите другую или сначала дайте её ему.
reply-who-signs = Выберите, кто подпишет, или снимите отметку «Окончательный».
event-registered-received = ; поступило { $on }
event-registered-late = ; причина поздней регистрации: { $reason }
event-registered-paper = ; по бумажному журналу, № { $number } от { $on }
refusal-number-taken = Исходящий № { $number } уже дан другому письму этого года. Проверьте журнал исходящих и введите другой номер.
cli-column-given-back = Возвращено
refusal-lift-instead = Обращение оставлено без рассмотрения: нет контактов. Внесите их, снимая основание: L или otklik lift, — тогда начнётся новый срок.
refusal-earlier-date = Бумажный ответ отправлен позже, чем зарегистрировано это обращение ({ $registered }). Укажите ответ, отправленный раньше.
refusal-norm-too-narrow = Норма отправки «{ $norm }» названа не для всех писем. Уберите из неё channels, kinds и topics в файле.
refusal-others-step = Последний шаг сделал не вы, а { $who }: отменяют только свой. Попросите его или сделайте следующий шаг.
refusal-step-stays = Этот шаг не отменяют: о нём уже знают за пределами программы или от него считается срок. Сделайте следующий шаг: закрытое возобновляет O, ошибку в данных исправляет M.
refusal-step-stays-annul = Регистрацию не отменяют, а аннулируют, номер остаётся занят. Нажмите F8 или введите otklik annul.
refusal-step-stays-reopen = Закрытие не отменяют. Попросите руководителя возобновить рассмотрение: O или otklik reopen.
refusal-step-stays-lift = Основание отменяют не так: снимите его — L или otklik lift.
refusal-step-stays-return = Подпись не отменяют. Верните ответ с замечанием: N или otklik return; исходящий номер аннулируется.
refusal-step-stays-write = Начатый проект не отменяют: откройте его (R) и допишите или напишите заново.
refusal-letter-shows = Письмо, которое ещё не ушло, показывает прежнее значение: { $field }. Верните письмо с замечанием (N, otklik return), исправьте данные и сделайте письмо окончательным снова.
command-undo-step-help = Отменяет ваш последний шаг по обращению новой записью: передачу или возврат, изменённый текст проекта, окончательный ответ, основание, по которому ждут уведомления, переадресацию, исправление. Ещё раз — шаг перед ним. Регистрацию, подпись, отправку, продление и закрытие так не отменяют.
undo-question = Отменить свой последний шаг по № { $number }: { $what }?
undo-reason = отмена своего шага
done-undone = Отменено: { $what }.
cli-about-undo = Отменить свой последний шаг
cli-help-order = В каком порядке: due — по сроку, newest — сначала новые, oldest — сначала старые
cli-value-order = ПОРЯДОК
command-narrow = Отбор и порядок
command-narrow-help = Какие обращения видеть в списке, в каком порядке и с какими столбцами; отбор можно сохранить под именем
order-due = по сроку
order-newest = сначала новые
order-oldest = сначала старые
column-channel = Канал
view-any = любые
view-list = Список
view-order = Порядок
view-columns = Столбцы
view-columns-note = На узком экране часть столбцов уступает место
view-keep = Сохранить список
view-name = Под именем
view-name-note = список встанет в верхнюю строку; без имени отбор держится до Esc
view-forget = Удалить список
view-button = Показать
view-title = Отбор и порядок
view-help = Пустое поле не ограничивает ничего. Группа тем означает все темы в ней.
home-marked = Отмечено { $count }: F6 — назначить всем, T — отправлены, * и Esc — снять отметки
home-narrowed = Отбор: { $filter }
home-narrowed-keys = J — изменить, Esc — снять
home-view-keys = J — изменить
home-more = Enter — карточка
home-narrowed-empty = По этому отбору обращений нет. Esc — снять отбор, J — изменить.
home-marks-help = Пробел или Insert отмечает обращение, * — все прочитанные; затем F6 назначает исполнителя всем отмеченным, T отмечает отправку. J — отбор, порядок, столбцы, сохранённые списки.
bulk-done = Сделано: { $count }.
bulk-refused = Не сделано: { $reasons }
bulk-refused-line = № { $numbers } — { $why }
bulk-route-title = { $count ->
    [one] Передать { $count } обращение
    [few] Передать { $count } обращения
   *[other] Передать { $count } обращений
}
bulk-help = Шаг записывается в каждое отмеченное обращение отдельно; с чем он не положен, остаётся отмеченным, и сказано почему.
bulk-sent-question = { $count ->
    [one] Отметить, что { $count } подписанное письмо отправлено сегодня?
    [few] Отметить, что { $count } подписанных письма отправлены сегодня?
   *[other] Отметить, что { $count } подписанных писем отправлены сегодня?
}
bulk-signed-question = { $count ->
    [one] Подписано сегодня от руки { $count } письмо? Каждому даётся исходящий номер.
    [few] Подписаны сегодня от руки { $count } письма? Каждому даётся исходящий номер.
   *[other] Подписано сегодня от руки { $count } писем? Каждому даётся исходящий номер.
}
bulk-signed-none = нет окончательного ответа
bulk-one-by-one = { $count ->
    [one] Отмечено { $count } обращение: это делается по одному. Снимите отметки (*).
    [few] Отмечено { $count } обращения: это делается по одному. Снимите отметки (*).
   *[other] Отмечено { $count } обращений: это делается по одному. Снимите отметки (*).
}
bulk-sent-none = нет подписанного письма
channel-short-in-person = визит
channel-short-letter-post = почтой
channel-short-letter-hand = на руки
channel-short-phone = звонок
channel-short-fax = факс
channel-short-virtual-reception = приёмная
channel-short-email = эл. почта
channel-short-feedback-book = книга
form-changed-line = { $who } — { $what }
command-save-next = Сохранить и начать следующее
command-save-next-help = Сохранить и сразу открыть такую же форму: канал, дата поступления, вид и тема остаются
command-like = Новое по образцу
command-like-help = Новое обращение того же заявителя о том же: данные и тема уже заполнены
remind = Ваши: { $parts }
remind-overdue = просрочено { $count }, самое давнее на { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
}
remind-today = сегодня { $count }
remind-tomorrow = завтра { $count }
remind-in = через { $days ->
    [one] { $days } день
    [few] { $days } дня
   *[other] { $days } дней
} { $count }

## Papers of an appeal

paper-card = Регистрационная карточка
paper-slip = Резолюция для подколки к бумаге
paper-envelope-dl = Конверт DL, 220 × 110 мм
paper-envelope-c5 = Конверт C5, 229 × 162 мм
paper-label = Адресная наклейка, 105 × 57 мм
file-card = карточка
file-slip = резолюция
file-envelope = конверт
file-label = наклейка
letter-book = На запись № { $entry } в книге отзывов № { $book }
letter-book-appeal = (обращение № { $number } от { $on })
letter-number-of = № { $number } от { $on }
letter-code = № { $own } от { $on } на № { $number }
letter-code-blank = на № { $number } от { $on }
appeal-code = № { $number } от { $on }
cover-from = От кого
cover-whence = Откуда
cover-to = Кому
cover-where = Куда
cover-postcode = Индекс
envelope-title = Конверт к обращению № { $number }
label-title = Наклейка к обращению № { $number }
slip-title = Резолюция к обращению № { $number } от { $on }
slip-to = Кому
slip-due = не позднее { $day }
slip-inner-due = Исполнить до
slip-given = Дата резолюции: { $on }
slip-received = Получено: «___» ____________ 20___ г.   Подпись: ______________
paper-card-title = Регистрационная карточка № { $number }
paper-card-registration = Регистрация
paper-card-due = Срок ответа
paper-card-extension = Продление
paper-card-inner-due = Внутренний срок
paper-card-name = Фамилия, имя, отчество или наименование
paper-card-inn = ИНН
paper-card-contact = Контактное лицо
paper-card-proxy = доверенность № { $number }
paper-card-proxy-of = доверенность от { $on }
paper-card-proxy-both = доверенность № { $number } от { $on }
paper-card-collective = Коллективное обращение
paper-card-answer-to = ответ — { $to }
paper-card-note = Примечание
paper-card-sender = Исх. № и дата заявителя
paper-card-sheets = Объём
paper-card-covering = Сопроводительное письмо
paper-card-power = О качестве электроэнергии
paper-card-question = Вопрос { $place }
paper-card-answered = Ответ № { $number } от { $on }
paper-card-not-answered = Ответа пока нет
paper-card-course = Рассмотрение
paper-card-route = Маршрут
paper-card-holder = У кого
paper-card-helpers = Соисполнители
paper-card-ground = Основание не рассматривать
paper-card-forwarding = По принадлежности
paper-card-call = Звонок заявителю
paper-card-request-expected = Ответ ожидается до { $day }
paper-card-reply = Письмо { $place }
paper-card-signatory = Подписывает { $name }
paper-card-earlier = Прежнее рассмотрение
paper-card-earlier-how = срок { $due }, закрыто { $on }: { $outcome }
paper-card-outcome = Итог
paper-card-filed = Списано в дело
paper-card-when = Когда
paper-card-who = Кто
paper-card-what = Что
paper-card-newer = запись новой программы
print-as-email = Черновик письма (.eml) для почтовой программы

# --- Поля форм: что это, пример, правило ---
explain-example = Пример:
explain-rule = Правило:
forms-route-many = Назначить отмеченным
consult-about = Консультация, о которой нужно сказать больше, чем тему. F2 — записать.
visit-about = Заявитель подошёл к окну: начинается визит. F2 — начать.
explain-received =
    День, когда обращение поступило.
    Пример: 24.11 — этого года, т — сегодня, −1 или «вчера».
    Правило: не позже сегодняшнего дня; срок считают со дня регистрации, а раньше чем за один рабочий день — с объяснением (R2, R5).
explain-channel =
    Каким путём пришло: от него и от места приёма зависят маршрут и срок.
    Пример: «п» — письмо по почте, «нар» — нарочным, «ф» — факс.
    Правило: канал записывают у каждого обращения (R1, R18).
explain-sender-number =
    Исходящий номер на письме заявителя, если он есть.
    Пример: 17/2.
explain-sender-date =
    Дата, стоящая на письме заявителя.
    Пример: 18.11.
explain-surname =
    Фамилия заявителя; для организации — того, кто подписал. Кто уже обращался, найдётся по ней: F4.
    Пример: Ёлкина.
    Правило: без фамилии и без организации отметьте «Аноним»: зарегистрировать нужно всё (R2).
explain-given =
    Имя, как в письме или как представились.
    Пример: Анна.
explain-patronymic =
    Отчество; его может не быть.
    Пример: Петровна.
explain-organisation =
    Название, если пишет организация: тогда имя выше — её контактное лицо.
    Пример: ООО «Ромашка».
explain-inn =
    ИНН организации: 10 цифр, у предпринимателя 12. Не обязателен.
    Пример: 5401234567.
explain-account =
    Номер лицевого счёта. Пробелы и чёрточки не мешают; по счёту найдётся, кто уже обращался (F4).
    Пример: 100 200 300 или 100200300.
explain-contract =
    Номер договора энергоснабжения. Не обязателен.
    Пример: 7000123/24.
explain-address =
    Куда писать: почтовый адрес.
    Пример: ул. Ленина, д. 5, кв. 12, г. Энск.
    Правило: нужен хотя бы один способ связи — адрес, телефон или почта: без них письмо регистрируют, но не рассматривают (R8).
explain-phone =
    Телефон заявителя, как продиктовали; программа запишет его единообразно.
    Пример: 89001234567, 8 (8352) 12-34-56, 22-33-44.
    Правило: один из способов связи (R8).
explain-email =
    Адрес электронной почты заявителя.
    Пример: anna@example.org.
    Правило: кто дал адрес почты, тому отвечают по ней (R14); один из способов связи (R8).
explain-anonymous =
    Отметьте пробелом, если заявитель не назвался; контакты, если есть, запишите.
    Пример: пробел — [x].
    Правило: анонимное тоже регистрируют (R2).
explain-kind =
    Чем обращение является. Первая буква находит.
    Пример: «ж» — жалоба, «п» — предложение, «о» — отзыв.
    Правило: жалоба, предложение, отзыв, заявление или запрос (R17).
explain-topic =
    О чём обращение: по справочнику тем. Начало любого слова находит. Можно оставить пустым.
    Пример: «пер» — Перерасчёт.
    Правило: по темам обращения разбирают и анализируют; у темы может быть свой срок (R15, R20).
explain-new-topic =
    О чём обращение: по справочнику тем. Начало любого слова находит. Три темы, выбранные последними, стоят первыми; «=» берёт ту же, что в прошлый раз. Можно оставить пустым.
    Пример: «пер» — Перерасчёт.
    Правило: по темам обращения разбирают и анализируют; у темы может быть свой срок (R15, R20).
explain-gist =
    Краткое содержание одной строкой: его показывают списки и печатают письма.
    Пример: Перерасчёт платы за октябрь.
explain-text =
    Текст целиком, если нужен; можно вставить из буфера. Enter — новая строка, Tab — дальше.
    Пример: Прошу пересчитать плату: показания счётчика 4512.
explain-documents =
    Что нужно принести по этой теме. Пробел отмечает принесённое; чего не хватает, сказано ниже и на талоне.
    Пример: пробел на строке «Паспорт».
    Правило: регистрируют и без документов (R2, R15).
explain-sheets =
    Сколько листов в письме.
    Пример: 2.
    Правило: печатается на талоне (R2).
explain-attachments =
    Сколько листов или файлов приложено.
    Пример: 1.
    Правило: печатается на талоне (R2).
explain-power-address =
    Где нарушено качество или прервана подача электроэнергии.
    Пример: ул. Мира, 3, гараж 12.
    Правило: для обращений о качестве электроэнергии (R15).
explain-power-time =
    Когда это было.
    Пример: 20.11 с 18 до 21 часа.
    Правило: для обращений о качестве электроэнергии (R15).
explain-power-contract =
    Договор энергоснабжения этого устройства.
    Пример: 7000123/24.
    Правило: для обращений о качестве электроэнергии (R15).
explain-spot-answer =
    Если вопрос решён сразу: что вы ответили. Обращение закроется при регистрации.
    Пример: Показания приняты, перерасчёт войдёт в счёт за ноябрь.
    Правило: закрывают с согласия заявителя на устный ответ (R21).
explain-spot-answers =
    На какие из вопросов вы ответили.
    Пример: пробел на каждой строке.
    Правило: закрыть можно, когда отвечено на все (R6).
explain-agreed =
    Заявитель согласен на устный ответ и письма не ждёт.
    Пример: пробел или «д» — [x].
    Правило: способ ответа выбирает заявитель (R21).
explain-call-back =
    Отметьте, если обещали перезвонить: обращение встанет в очередь звонков. Нужен телефон.
    Пример: пробел — [x].
    Правило: звонок — тоже способ ответа (R18, R21).
explain-reply-by =
    Заявитель может выбрать любой способ ответа (R21); для него нужен свой контакт. Пусто — по каналу.
    Пример: «эл» — по электронной почте.
    Правило: сроки у всех способов одни (R21).
explain-late-reason =
    Почему регистрируют позже, чем поступило.
    Пример: Письмо лежало в ящике выходные.
    Правило: спрашивается, когда прошло больше одного рабочего дня (R2, R5).
explain-by-representative =
    За заявителя действует другой человек. Пробел откроет поля ниже.
    Пример: пробел — [x].
    Правило: к документам добавится доверенность (R15).
explain-representative =
    Кто действует за заявителя.
    Пример: Орлов Пётр Ильич.
explain-proxy-number =
    Номер доверенности.
    Пример: 54 АА 123456.
explain-proxy-date =
    Дата доверенности.
    Пример: 1.3.26.
explain-several-signed =
    Подписали несколько человек. Пробел откроет поля ниже.
    Пример: пробел — [x].
explain-signers =
    Сколько человек подписали.
    Пример: 12.
explain-answer-to =
    Кому из подписавших ответить. Пусто — заявителю.
    Пример: Сидоров И. И., ул. Мира, 7.
explain-forwarded-by =
    Письмо переслал орган власти. Пробел откроет поля ниже.
    Пример: пробел — [x].
explain-covering-body =
    Какой орган переслал.
    Пример: Администрация Советского района.
explain-covering-number =
    Номер сопроводительного письма.
    Пример: 15-04/322.
explain-covering-date =
    Дата сопроводительного письма.
    Пример: 20.11.
explain-covering-due =
    К какому дню орган ждёт ответа.
    Пример: +10.
    Правило: он может быть раньше срока по норме, но не сдвигает её (R5).
explain-several-questions =
    В обращении несколько вопросов. Пробел откроет поле ниже.
    Пример: пробел — [x].
    Правило: закрыть можно, когда отвечено на каждый (R6).
explain-questions =
    Вопросы, по одному в строке.
    Пример: Когда заменят счётчик?
    Правило: обращение закроется, когда ответ дан на каждый (R6).
explain-from-paper =
    Обращение уже стоит в бумажном журнале. Только для руководителя.
    Пример: пробел — [x].
    Правило: номер и дата журнала сохраняются (R2).
explain-paper-number =
    Номер обращения в бумажном журнале.
    Пример: 87.
    Правило: номер сохраняется (R2).
explain-paper-on =
    Дата записи в бумажном журнале.
    Пример: 2.11.
    Правило: срок пойдёт от неё (R5).
explain-book =
    Номер книги отзывов и предложений этого зала. Нет книги — заведите: F9, «Книги отзывов».
    Пример: № 3.
    Правило: в каждом зале — прошитая книга (R18, R30).
explain-book-entry =
    Номер записи в книге. Одна запись — одно обращение.
    Пример: 14.
    Правило: записи книги — тоже обращения (R18, R30).
explain-intake =
    Какое подразделение приняло обращение.
    Пример: «цок» — ЦОК Энск-1.
    Правило: место приёма запоминается у каждого обращения (R1).
explain-contact-person =
    Кто от организации ведёт переписку.
    Пример: Петров Иван Ильич.
explain-correct-reason =
    Почему исправляется. Прежнее значение, новое и причина останутся в истории.
    Пример: Ошибка при наборе фамилии.
    Правило: ничего не стирается (R2).
explain-signed-on =
    День, когда подписали: он станет датой письма.
    Пример: т — сегодня.
    Правило: подписывает тот, у кого в этот день было право подписи (R6).
explain-signed-way =
    Как подписано: на бумаге или файлом электронной подписи.
    Пример: «б» — на бумаге.
    Правило: неподписанный ответ не отправить (R6).
explain-outgoing-number =
    Исходящий номер, который дала канцелярия.
    Пример: 154/26.
explain-sent-by =
    Чем отправлен ответ; предложен способ, который выбрал заявитель.
    Пример: «по» — почтой.
    Правило: ответ отправляют способом, который выбрал заявитель (R21).
explain-sent-on =
    День отправки; для письма — день сдачи в почту.
    Пример: т — сегодня, −1 — вчера.
    Правило: он и считается днём ответа (R5).
explain-remark =
    Что исправить исполнителю; ответ снова станет проектом.
    Пример: Нет ссылки на показания от 20.11.
explain-days =
    На сколько календарных дней продлить.
    Пример: 15.
    Правило: не больше 15 и только после отправленного промежуточного ответа (R13).
explain-extend-reason =
    Почему нужно время.
    Пример: Ждём акт проверки счётчика от сетевой организации.
    Правило: только когда ответ требует дополнительной работы (R13).
explain-oral-answer =
    Что вы ответили, своими словами.
    Пример: Перерасчёт войдёт в счёт за ноябрь.
    Правило: устно отвечают, если заявитель согласен (R21).
explain-step-answers =
    На какие вопросы обращения дан ответ: F4, пробел на каждом.
    Пример: 1, 2.
    Правило: закрыть можно, когда отвечено на каждый (R6).
explain-close-reason =
    Что решено: коротко, для истории.
    Пример: Отзыв принят к сведению.
explain-annul-reason =
    Чем запись ошибочна.
    Пример: Зарегистрировано дважды, верное — № ЭН1-000411/26.
    Правило: номер остаётся занятым, запись не стирается (R2).
explain-withdraw-reason =
    Как и когда заявитель отказался от рассмотрения.
    Пример: Позвонил 24.11: вопрос решён.
explain-reopen-reason =
    Почему открывается снова: появится новый срок от сегодняшнего дня.
    Пример: Заявитель прислал новые показания.
    Правило: срок считается заново (R5).
explain-hand-back-reason =
    Почему возвращается тому, от кого пришло; причину увидят все.
    Пример: Вопрос отдела расчётов.
    Правило: каждая передача записывается (R3, R4).
explain-ground =
    Почему обращение не рассматривают по существу.
    Пример: «повт» — повторное.
    Правило: оснований пять; при повторе и тайне клиенту отправляют уведомление (R7, R8).
explain-ground-why =
    Что именно дало основание.
    Пример: Угрозы сотруднику в третьем абзаце.
    Правило: решает руководитель или директор, с объяснением (R7).
explain-earlier-appeal =
    Прежнее обращение этого клиента, на которое ответили: F4 — список.
    Пример: «412».
    Правило: повтором считается то, на что уже отправлен ответ по существу (R7).
explain-earlier-appeal-number =
    Или номер прежнего обращения в этой базе: целиком или порядковый.
    Пример: 412.
    Правило: уведомление назовёт прежний ответ (R7).
explain-earlier-number =
    Если прежний ответ был на бумаге: его номер.
    Пример: 154/25.
    Правило: уведомление назовёт номер и дату (R7).
explain-earlier-date =
    Дата прежнего бумажного ответа.
    Пример: 12.05.
    Правило: уведомление назовёт номер и дату (R7).
explain-lift-reason =
    Почему основание или переадресация снимаются.
    Пример: Заявитель сообщил телефон.
    Правило: основание снимается, пока уведомление не отправлено (R7, R8).
explain-known-on =
    Когда узнали контакты: новый срок пойдёт с этого дня.
    Пример: т — сегодня.
    Правило: нашлись контакты — обращение рассматривают (R8).
explain-recipient =
    Чей это вопрос: организация, куда направляется обращение.
    Пример: АО «Региональные электрические сети».
explain-forward-reason =
    Почему вопрос не наш. Остаётся в карточке, в уведомление клиенту не входит.
    Пример: Подключением занимается сетевая организация.
explain-ask-unit =
    Какое подразделение запрашиваете. Либо подразделение, либо организация ниже.
    Пример: «сбыт» — Отдел сбыта.
    Правило: запрос записывается со своими днями (R15).
explain-ask-organisation =
    Какую стороннюю организацию запрашиваете.
    Пример: АО «Региональные электрические сети».
    Правило: запрос записывается со своими днями (R15).
explain-request =
    Что спрашиваете или просите сделать.
    Пример: Акт проверки счётчика № 4512.
    Правило: срок обращения запрос не останавливает (R5, R15).
explain-expected =
    К какому дню ждёте ответа.
    Пример: +5.
    Правило: за этим днём следит очередь (R15).
explain-which-request =
    На какой запрос ответили.
    Пример: № 12.
explain-request-answer =
    Что ответили.
    Пример: Счётчик исправен, акт приложен.
    Правило: записывается вместе с днём (R15).
explain-request-answer-on =
    Когда ответили.
    Пример: т — сегодня.
    Правило: у запроса свои дни (R15).
explain-reached =
    Дозвонились ли до клиента.
    Пример: пробел — [x].
    Правило: обещанный звонок ждёт в очереди, пока не дозвонились (R18).
explain-call-gist =
    Что сказано; если не дозвонились, можно оставить пустым.
    Пример: Просил перезвонить после 18.
    Правило: обращение звонок не закрывает: ответ записывают устным (R21).
explain-result-number =
    Исходящий номер письма, которым ответило подразделение.
    Пример: 31/26.
    Правило: подразделение с собственной базой отвечает само (R4).
explain-result-on =
    Когда подразделение ответило.
    Пример: 20.11.
    Правило: он и считается днём ответа (R5).
explain-result-gist =
    Что подразделение ответило клиенту.
    Пример: Перерасчёт сделан с октября.
    Правило: ответ — по существу вопроса (R6).
explain-template =
    Письмо, с которого начать: F4 — список, сначала для темы обращения. Шаблон заполняет текст целиком; Ctrl+Z возвращает прежний.
    Пример: «пер» — Перерасчёт, удовлетворено.
    Правило: одних слов шаблона мало (R6).
explain-reply-days =
    На сколько дней продлить срок. Только для промежуточного ответа на электронное письмо.
    Пример: 15.
    Правило: не больше 15 дней (R13).
explain-addressee =
    Кому и куда, по строкам: фамилия в дательном падеже, потом адрес.
    Пример: Ёлкиной А. П.
explain-heading =
    Заголовок письма: о чём оно.
    Пример: О перерасчёте платы за октябрь.
explain-letter =
    Весь текст письма. ‹Места в скобках› ждут ваших слов: Ctrl+N — следующее. Строки с «- » или «1. » печатаются перечнем, «| месяц | сумма |» — таблицей; F3 — как это выйдет на бумаге.
    Пример: Плата за октябрь пересчитана: −312,40 руб.
    Правило: конкретный ответ по существу, Ф. И. О. и телефон исполнителя; незаполненное место не печатается (R6).
explain-notice-letter =
    Весь текст уведомления. Шаблон говорит всё нужное: прежний ответ, организация и причина уже названы; изменить можно любое слово.
    Пример: По этому вопросу Вам отвечено 12.05.2026, № 154/26.
    Правило: уведомление — тоже ответ (R6, R7).
explain-reply-questions =
    На какие вопросы обращения отвечает это письмо: F4, пробел на каждом.
    Пример: 1, 2.
    Правило: пока не отвечены все, ответ не станет окончательным (R6).
explain-signatory =
    Кто подпишет письмо. Право подписи даётся в списке сотрудников (F9, «Сотрудники»).
    Пример: «ива» — Иванова А. П.
    Правило: подписывает уполномоченное лицо (R6).
explain-final =
    Окончательный ответ печатается без слова «ПРОЕКТ» и больше не правится; подписант может вернуть его с замечанием.
    Пример: «д» — готов, «н» — пока проект.
    Правило: окончательным становится только полный ответ (R6).
explain-route-to =
    Кому передать: исполнителю, в подразделение или директору департамента. Наберите начало фамилии.
    Пример: «пет» — Петров И. И.
    Правило: директор — подразделение — исполнитель или канцелярия — руководитель — исполнитель (R3, R4).
explain-co-executors =
    Кто помогает ответственному: F4 — список, пробел отмечает.
    Пример: Сидорова М. П.
    Правило: ответственный — один (R3, R4).
explain-resolution =
    Что сделать: эти слова увидит исполнитель и напечатает карточка.
    Пример: Проверить показания и ответить.
    Правило: каждая передача записывается с резолюцией (R3, R4).
explain-inner-due =
    К какому дню ответить исполнителю. Пусто — к сроку обращения.
    Пример: +5.
    Правило: не позже срока обращения (R5).
explain-override =
    Если путь отличается от маршрута: почему.
    Пример: Директор в отпуске, поручил устно.
    Правило: отступить от маршрута может тот, у кого есть право, с причиной (R3, R4).
explain-minutes =
    Сколько минут длилась консультация. Можно не указывать.
    Пример: 5.
    Правило: консультация записывается за секунды (R23).
explain-consult-client =
    Кому: имя или счёт. Консультация считается и без имени.
    Пример: Ёлкина.
    Правило: информируют по первому требованию (R23).
explain-consult-channel =
    Как спросили. Личная консультация войдёт в начатый визит.
    Пример: «т» — телефон.
    Правило: каким бы ни был канал (R23).
explain-consult-topic =
    О чём спросили. Сверху темы, которые вы записывали последними.
    Пример: «пер» — Перерасчёт.
    Правило: по темам консультации потом считают (R20, R23).
explain-waited =
    Сколько минут заявитель ждал. Можно оставить пустым.
    Пример: 12.
explain-paper =
    Что напечатать: ответ, талон, карточку.
    Пример: «тал» — талон.
    Правило: приём обращения бесплатен, это сказано на талоне (R19).
explain-printer =
    На каком принтере: F4 — список принтеров системы. Выбор запоминается.
    Пример: HP-LaserJet.
explain-copies =
    Сколько экземпляров.
    Пример: 2.
explain-takes =
    Чем печатать: страницы — для лазерного или струйного; текст — 66 знаков в строке; CP866 — для матричного, который сам печатает кириллицу.
    Пример: Страницы (PDF).
explain-journal-from =
    Первый день периода, включительно.
    Пример: 1.11.
    Правило: обращения берутся по дню регистрации (R2).
explain-journal-to =
    Последний день, включительно; у журнала за день — этот день.
    Пример: т — сегодня.
    Правило: обращения берутся по дню регистрации (R2).
explain-journal-unit =
    Чьи обращения или письма: одно подразделение или все.
    Пример: Все подразделения.
explain-view-list =
    Из какого списка отбирать: из всех открытых или из одного из верхней строки.
    Пример: «прос» — Просрочено.
explain-view-unit =
    Показать обращения одного подразделения. Пусто — всех.
    Пример: «сбыт» — Отдел сбыта.
explain-view-executor =
    Показать обращения одного исполнителя. Пусто — всех.
    Пример: «пет» — Петров И. И.
explain-view-channel =
    Показать пришедшее одним путём. Пусто — любым.
    Пример: «т» — телефон.
explain-view-kind =
    Показать обращения одного вида. Пусто — всех.
    Пример: «ж» — жалоба.
explain-view-topic =
    Показать одну тему; группа тем означает все темы в ней. Пусто — все.
    Пример: «расч» — Расчёты.
explain-order =
    В каком порядке стоит список: сначала то, у чего срок ближе, новые или старые.
    Пример: По сроку.
explain-columns =
    Какие столбцы видны: F4, пробел отмечает.
    Пример: Канал, Подразделение.
explain-view-name =
    Имя, под которым отбор встанет рядом со списками и сохранится.
    Пример: Жалобы отдела.
explain-view-forget =
    Убрать сохранённый отбор; обращения остаются.
    Пример: пробел — [x].
explain-load-what =
    Что загрузить. Нормы и темы заменяют прежние, начатые сроки идут по прежним нормам.
    Пример: «кал» — календарь года.
    Правило: календарь пересчитывает открытые сроки, сначала будет вопрос (R5).
explain-load-file =
    Где лежит файл: путь целиком.
    Пример: /media/flash/calendar-2027.toml.
explain-load-replace =
    Заменить ли свой шаблон, если он уже есть: прежний файл останется рядом с окончанием .bak.
    Пример: пробел — да.
explain-office-name =
    Название организации: вверху каждого письма и в списках.
    Пример: АО «Энскэнергосбыт».
explain-office-address =
    Адрес на бланке.
    Пример: 630000, г. Энск, ул. Ленина, 1.
explain-office-phone =
    Телефон на бланке; пишется как на бланке, можно несколько.
    Пример: (383) 555-00-00, 555-00-01.
explain-office-email =
    Электронная почта на бланке.
    Пример: office@example.org.
explain-letterhead =
    Всё, что стоит на бланке под названием и адресом. Enter — новая строка, Tab — дальше.
    Пример: ИНН 5401234567, ОГРН 1025400000000.
explain-appeal-numbers =
    Из чего складывается номер обращения: код офиса, порядковый номер и год обязательны, иначе номера повторятся. Между кодом и номером нужен знак.
    Пример: как в поле сейчас.
    Правило: номера идут подряд и не повторяются (R2).
explain-outgoing-numbers =
    Из чего складывается исходящий номер; правила те же.
    Пример: как в поле сейчас.
    Правило: у каждого ответа свой номер (R2, R6).
explain-outgoing-at =
    Когда письмо получает исходящий номер и дату: при подписании, при окончательном ответе, или их вводит канцелярия.
    Пример: При подписании.
    Правило: неподписанное не отправляют (R6).
explain-default-person =
    Кто действует в командной строке, если не назван --as. Можно оставить пустым.
    Пример: Иванова А. П.
explain-unit-title =
    Название подразделения: его показывают списки и карточки.
    Пример: Отдел сбыта.
    Правило: обращение помнит, где его приняли (R1).
explain-unit-code =
    Буквы, цифры, «-», «_» и «.», не больше 32 знаков. Код стоит в записях и в командной строке, потом не меняется.
    Пример: ОС.
explain-unit-sort =
    Что это: центр очного обслуживания, территориальное или структурное подразделение, исполнительный аппарат.
    Пример: Структурное подразделение.
    Правило: от вида зависит маршрут (R1, R3, R4).
explain-unit-external =
    У подразделения своя база: его обращения передают туда, а результат отмечают здесь вручную.
    Пример: пробел — [x].
    Правило: передача и результат записываются (R4).
explain-back =
    Вернуть в работу: снова появится в списках.
    Пример: пробел — [x].
explain-person-name =
    Фамилия, имя и отчество полностью.
    Пример: Петров Иван Ильич.
    Правило: Ф. И. О. исполнителя печатается в ответе полностью (R6).
explain-login =
    Короткое имя для записей и командной строки: буквы, цифры, «-», «_» и «.». Потом не меняется.
    Пример: petrov.
    Правило: у каждой записи есть автор (R2).
explain-staff-unit =
    Где сотрудник работает.
    Пример: «сбыт» — Отдел сбыта.
    Правило: по подразделению идёт маршрут (R3, R4).
explain-position =
    Должность, как её напечатать под подписью.
    Пример: Начальник ЦОК.
    Правило: подписанту нужна должность (R6).
explain-staff-phone =
    Рабочий телефон: его печатает ответ.
    Пример: 8 383 555-00-02.
    Правило: без телефона исполнителя ответ не станет окончательным (R6).
explain-staff-email =
    Рабочая почта; можно оставить пустой.
    Пример: petrov@example.org.
explain-role-clerk =
    Регистрирует обращения, визиты и звонки. Ролей может быть несколько.
    Пример: пробел — [x].
    Правило: регистрируют всё (R2).
explain-role-executor =
    Готовит ответы.
    Пример: пробел — [x].
    Правило: у обращения есть ответственный исполнитель (R3, R4).
explain-role-head =
    Назначает исполнителей, решает об основаниях, переносит из бумажного журнала.
    Пример: пробел — [x].
    Правило: назначает руководитель подразделения (R3, R4, R7).
explain-role-director =
    Передаёт обращения исполнительного аппарата в подразделения.
    Пример: пробел — [x].
    Правило: маршрут исполнительного аппарата (R3).
explain-role-administrator =
    Ведёт офис, подразделения, сотрудников, нормы.
    Пример: пробел — [x].
explain-signs =
    Есть ли право подписывать ответы.
    Пример: пробел — [x].
    Правило: подписывает уполномоченное лицо (R6).
explain-signs-from =
    С какого дня есть право подписи. Пусто — с сегодняшнего.
    Пример: 1.12.
    Правило: право проверяется на день подписания (R6).
explain-signs-to =
    По какой день есть право подписи. Пусто — без срока.
    Пример: 31.12.
    Правило: право проверяется на день подписания (R6).
explain-os-user =
    Имя, под которым сотрудник входит в операционную систему: программа узнает его сама.
    Пример: ipetrov.
explain-deputy-of =
    Кого замещает. Другой человек или роль добавит ещё одно замещение; пусто — снимет показанное.
    Пример: «ива» — Иванова А. П.
    Правило: замещает с правами того, кого замещает (R3, R4).
explain-deputy-as =
    В каком качестве замещает.
    Пример: Руководитель.
    Правило: каждая передача записывается (R3, R4).
explain-deputy-from =
    С какого дня замещает.
    Пример: т — сегодня.
explain-deputy-to =
    По какой день замещает, включительно.
    Пример: +14.
explain-hall =
    В каком зале лежит книга.
    Пример: ЦОК Энск-1.
    Правило: книга лежит в каждом зале (R30).
explain-new-book =
    Номер книги: им её называют при регистрации записи.
    Пример: 3.
    Правило: книга пронумерована (R30).
explain-opened =
    Когда книгу начали.
    Пример: т — сегодня.
    Правило: книга прошита и пронумерована (R30).
explain-book-sheets =
    Сколько в книге листов.
    Пример: 96.
    Правило: книга прошита и пронумерована (R30).
explain-first-unit =
    Подразделение, где вы работаете; остальные добавите потом.
    Пример: ЦОК Энск-1.
    Правило: обращение помнит, где его приняли (R1).
explain-first-person =
    Ваши фамилия, имя и отчество. Вы станете администратором.
    Пример: Иванова Анна Петровна.
    Правило: у каждой записи есть автор (R2).
explain-office-code =
    Код офиса стоит в каждом номере обращения и письма и потом не меняется: лучше два-четыре знака. Предложен по названию.
    Пример: ЭН1.
    Правило: номера не повторяются и между офисами (R2).

# --- Руководство ---
cli-about-manual = Напечатать руководство целиком
manual-title = Отклик: руководство
manual-intro =
    Отклик ведёт обращения в офисе энергосбытовой компании: принимает визит, письмо, звонок, даёт номер и срок, проводит через исполнителя и печатает ответ. Одна программа, один файл, сеть не нужна.

    Это руководство сделано самой программой из тех же слов, что и её помощь: `otklik manual`. В программе помощь ближе: F1 объясняет поле или экран, ещё раз F1 — все клавиши, F9 — все команды.
manual-minutes =
    Первые пять минут

    1. Запустите `otklik`. Если база новая, программа спросит организацию, ваше подразделение и имя; если нет — выберите себя в списке: первые буквы фамилии и Enter.
    2. Перед вами очередь: сверху то, у чего срок ближе. Стрелки вверх и вниз ведут по обращениям, влево и вправо — по спискам, Enter открывает карточку, Esc ведёт назад.
    3. Нажмите F7 и выберите, что поступило: «Письмо», «Визит», «Звонок». Enter ведёт от поля к полю, F2 сохраняет откуда угодно. Номер появится внизу: с этого мгновения обращение в базе.
    4. Список выбирают первыми буквами: в поле «Тема» наберите «пер», Enter. Раскладка и ё с е не мешают. Не нашлось — программа скажет.
    5. Не успели — нажмите Esc: набранное останется черновиком, D его откроет.
    6. Попробуйте на выдуманных данных: `otklik --home demo demo --desk`. Это другая база, настоящую она не трогает.
manual-screens = Экраны
manual-screen-home = Очередь
manual-screen-card = Карточка обращения
manual-screen-register = Регистрация
manual-screen-pick = Выбор из списка
manual-screen-reply = Ответ
manual-screen-commands = Все команды
manual-screen-journals = Журналы
manual-jobs = Работа
manual-job-visit =
    Личный приём и звонок

    1. F7, «Визит» (или «Звонок»). Начните с фамилии, телефона или счёта: если заявитель уже обращался, это скажет строка вверху, а F4 покажет список и заполнит форму.
    2. Вид и тема — первыми буквами, содержание — одной строкой.
    3. Ответили сразу — запишите ответ в «Ответ дан на месте» и отметьте согласие: обращение закроется при регистрации (R21). Обещали перезвонить — отметьте «Перезвонить».
    4. F2 — готово. F5 — талон.
manual-job-letter =
    Письмо, электронная почта, книга отзывов

    1. F7, «Письмо». Дата набирается как удобно: 24.11, т, −1, «вчера».
    2. Письма стопкой: Ctrl+R сохраняет и открывает следующее, канал, дата, вид и тема остаются.
    3. Похожее обращение того же заявителя: Z на прежнем.
    4. Внизу виден срок и норма, по которой он посчитан (R5). Нет контактов — программа скажет сразу (R8), регистрировать всё равно нужно (R2).
manual-job-consultation =
    Консультация

    K (в форме Ctrl+K), первые буквы темы, Enter. Tab вместо Enter — указать минуты, канал, имя. Лишнюю убирает F8 в «Консультации дня» (R23).
manual-job-route =
    Передать исполнителю

    F6, фамилия, Enter, резолюция, F2. Отметили пробелом несколько — F6 назначит всем. Если путь не совпадает с маршрутом, нужна причина (R3, R4). U возвращает тому, от кого пришло.
manual-job-reply =
    Ответить, напечатать, отправить

    1. R — ответ. Шаблон уже выбран по теме; F4 — другой. Ctrl+N ведёт по незаполненным местам, F3 показывает бумагу.
    2. F2 — сохранить. Не хватает содержания, телефона исполнителя или подписанта — ответ останется проектом, и будет сказано почему (R6).
    3. F5 — печать: первый раз выберите принтер, потом хватит F5 и Enter.
    4. S — подписано, T — отправлено: обращение закроется.
manual-job-interim =
    Нужно больше времени

    Только для электронных писем: R, шаблон промежуточного ответа, подпись и отправка, затем E — продлить не больше чем на 15 дней (R13).
manual-job-ground =
    Не рассматривать, переслать, запросить

    G — основание (R7, R8): при повторе программа спросит прежний ответ. F — вопрос другой организации. Q — запрос подразделению или организации, Y — его ответ (R15). L снимает основание, пока уведомление не отправлено.
manual-job-mend =
    Исправить ошибку

    1. Ctrl+Z в поле возвращает набранное, на карточке и в очереди — отменяет ваш последний шаг, пока он не ушёл к клиенту. Отменяется новой записью: в истории видно и шаг, и отмену.
    2. M — исправить поля; прежнее значение остаётся в истории (R2).
    3. F8 — аннулировать ошибочную запись: номер остаётся занятым (R2).

    Где отменить нельзя, программа спрашивает: вопрос называет, о чём он, сначала выбрано «нет», и удержанная клавиша на него не отвечает.
manual-job-find =
    «А что с моим письмом?»

    «/» (или Ctrl+F), затем конец номера, фамилия, счёт или телефон. I — все обращения этого заявителя. J в очереди — отбор, порядок, столбцы; отбор можно назвать и сохранить.
manual-job-journals =
    Конец дня

    «;» — журналы, реестр почтовых отправлений, список с экрана: на экран, на бумагу или в файл. «Номера почтовых отправлений (ШПИ)» (F9) — номера с чеков почты. Книги отзывов по залам — F9, «Книги отзывов» (R30).
manual-job-keep =
    Для того, кто отвечает за программу

    F9: «Организация», «Подразделения», «Сотрудники», «Загрузить правила» (календарь года, нормы, темы, шаблоны). Копия — `otklik backup`, проверка — `otklik check --deep`.
manual-keys = Клавиши и команды
manual-keys-note =
    Буква нажимается там, где ничего не набирают; в русской раскладке — та же клавиша. Alt+1 … Alt+0 — то же, что F1 … F10.
manual-column-keys = Клавиши
manual-column-command = Команда
manual-column-what = Что делает
manual-other-keys = Как ходят и набирают
manual-forms = Поля форм
manual-shell = Командная строка
manual-shell-note =
    Всё, что делает экран, делает и команда. Подробно — `otklik КОМАНДА --help`.
manual-promises =
    Что обещано

    1. **Ничего не теряется.** Номер на экране — обращение уже на диске. Не стирается ничего. Набранное переживает Esc, обрыв связи, гибель программы; при отключении света теряется не больше последней секунды.
    2. **Неверное не уходит.** Ответ без содержания, имени и телефона исполнителя или без права подписи, с незаполненным местом не станет окончательным (R6).
    3. **Срок не застаёт врасплох.** Каждый срок хранится с нормой, по которой посчитан, и объясняет себя; очередь открывается на том, что горит (R5).
    4. **Всё на учёте.** Каждое изменение — запись с временем, местом и человеком; записи сцеплены, и подделка видна.
manual-when =
    Что делать, если

    - **Клавиша не действует.** Внизу сказано почему и что сделать сначала. F9 показывает всё, что можно здесь.
    - **Функциональные клавиши занял терминал.** Alt+1 … Alt+0, или F9 по имени: Ctrl+P.
    - **Форма не сохраняется.** Курсор стоит на первом неверном поле, рядом написано, что поправить.
    - **Другое рабочее место изменило это обращение.** Сказано кто и что; набранное цело, F2 сохранит поверх нового.
    - **Пропала связь или программу закрыли.** Запустите снова: черновик предложат по имени и возрасту, D открывает.
    - **Диск полон.** Набранное держится в памяти, об этом сказано: освободите место, не закрывая программу.
    - **Принтер не взял письмо.** F9, «Не напечатано»: печатается оттуда, когда принтер готов.
    - **База повреждена.** `otklik check` скажет, что именно; `otklik restore` вернёт копию. Файл повреждённой базы не удаляйте.
    - **Вместо линий на экране странные знаки.** Ключ `--ascii` или `ascii = true` в файле настроек: линии знаками - и |.
    - **Цвета мешают.** Другая тема — в файле настроек (`config.example.toml`), без цвета — переменная NO_COLOR. Ни одно состояние не показано только цветом.
