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
