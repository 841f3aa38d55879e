const UNSURE = "Ich bin nicht sicher";

/** Triage, in German. */
export const TRIAGE_DE: Readonly<Record<string, string>> = {
  "triage.r1.suspicion": "Cauda-equina-Syndrom: Reithosenanästhesie",
  "triage.r1.topic": "Taubheit zwischen den Beinen",
  "triage.r1.because.saddle":
    "Sie spüren neue Taubheit zwischen den Beinen. Nerven am unteren Ende der Wirbelsäule können unter Druck stehen.",
  "triage.r2.suspicion": "Cauda-equina-Syndrom: Blasen- oder Darmstörung",
  "triage.r2.topic": "Blase oder Darm",
  "triage.r2.because.bladder":
    "Blase oder Darm haben sich verändert. Zusammen mit Rückenschmerz muss das jetzt untersucht werden.",
  "triage.r3.suspicion": "Cauda-equina-Syndrom: Sexualfunktion",
  "triage.r3.topic": "sexuelles Empfinden",
  "triage.r3.because.sexual":
    "Zusammen mit dem Schmerz ist das sexuelle Empfinden oder die Funktion neu verloren gegangen. Das muss jetzt untersucht werden.",
  "triage.r4.suspicion": "Cauda-equina-Syndrom: beide Beine",
  "triage.r4.topic": "beide Beine",
  "triage.r4.because.long-examined":
    "Die Beschwerden in beiden Beinen sind alt, unverändert und untersucht. Bleiben Sie mit der Praxis in Kontakt und halten Sie die Warnkarte bereit.",
  "triage.r4.because.long-not-examined":
    "Sie haben seit Langem Beschwerden in beiden Beinen, und noch niemand hat sie untersucht.",
  "triage.r4.because.new":
    "Schmerz, Kribbeln oder Schwäche sind in beide Beine gekommen. Nerven am unteren Ende der Wirbelsäule können unter Druck stehen.",
  "triage.r5.suspicion": "Fortschreitende Lähmung; Druck auf Rückenmark oder Cauda",
  "triage.r5.topic": "Schwäche oder unsicherer Gang",
  "triage.r5.because.foot": "Ein Bein oder Fuß hat Kraft verloren. Das sollte am selben Tag untersucht werden.",
  "triage.r5.because.fast":
    "Die Kraft im Bein lässt schnell nach, in beiden Beinen, oder Ihr Gang hat sich verändert. Das muss jetzt untersucht werden.",
  "triage.r6.suspicion": "Bauchaortenaneurysma oder Dissektion",
  "triage.r6.topic": "plötzlicher reißender Schmerz",
  "triage.r6.because.aorta":
    "Plötzlicher reißender Schmerz, Ohnmacht oder eine pochende Beule im Bauch können von der Hauptschlagader kommen. Sie brauchen jetzt Hilfe.",
  "triage.r7.suspicion": "Infektion der Wirbelsäule, Sepsis",
  "triage.r7.topic": "Fieber",
  "triage.r7.because.fever":
    "Fieber zusammen mit Rückenschmerz kann eine Infektion bedeuten. Das sollte innerhalb eines Tages untersucht werden.",
  "triage.r7.because.unwell":
    "Fieber oder Schüttelfrost mit Rückenschmerz, und sehr krank sein, kann eine schwere Infektion bedeuten. Sie brauchen jetzt Hilfe.",
  "triage.r8.suspicion": "Wirbelbruch",
  "triage.r8.topic": "ein Sturz oder Unfall",
  "triage.r8.because.light":
    "Der Schmerz folgte auf eine leichte Belastung, die Knochen sind fest, nichts ist taub oder schwach.",
  "triage.r8.because.light-open":
    "Der Schmerz folgte auf einen leichten Sturz oder eine leichte Belastung. Einige Antworten sind offen, lassen Sie es daher in einer Praxis ansehen.",
  "triage.r8.because.major-with-signs":
    "Starker Schmerz, Taubheit oder Schwäche nach einem schweren Unfall können einen Bruch bedeuten. Sie brauchen jetzt Hilfe.",
  "triage.r8.because.fracture":
    "Nach diesem Sturz oder Unfall kann ein Knochen gebrochen sein. Das sollte innerhalb eines Tages untersucht werden.",
  "triage.r9.suspicion": "Metastase, Rückenmarkskompression durch Metastasen",
  "triage.r9.topic": "frühere Krebserkrankung oder Gewichtsverlust",
  "triage.r9.because.history-only":
    "Sie hatten früher Krebs. Sonst weist nichts in Ihren Antworten darauf hin, aber erzählen Sie in Ihrer Praxis von den Rückenschmerzen.",
  "triage.r9.because.cancer-nerves":
    "Taubheit, Schwäche oder unsicherer Gang nach einer Krebserkrankung müssen jetzt untersucht werden.",
  "triage.r9.because.cancer":
    "Ein neuer Rückenschmerz nach Krebs oder Gewichtsverlust ohne Grund sollten innerhalb von Tagen untersucht werden.",
  "triage.r10.suspicion": "Dauernder, zunehmender, nicht mechanischer Schmerz",
  "triage.r10.topic": "Schmerz, der nie nachlässt",
  "triage.r10.because.constant":
    "Ihr Schmerz ist immer da und nimmt zu. Lassen Sie ihn untersuchen, während Sie sanft weitermachen.",
  "triage.r11.suspicion": "Alter bei der ersten Episode (verändert das Profil)",
  "triage.r11.topic": "Alter beim ersten Rückenschmerz",
  "triage.r12.suspicion": "Entzündlicher Rückenschmerz (axiale Spondyloarthritis)",
  "triage.r12.topic": "Schmerz seit mehr als drei Monaten",
  "triage.r12.because.inflammatory":
    "Ihr Muster kann zu einer Entzündung der Wirbelsäule passen. Eine Praxis kann das prüfen, und es gibt gute Behandlungen.",
  "triage.r13.suspicion": "Radikulopathie",
  "triage.r13.topic": "Beinschmerz unterhalb des Knies",
  "triage.r13.because.new-weakness": "Beinschmerz mit neuer Schwäche sollte innerhalb von Tagen untersucht werden.",
  "triage.r13.because.root":
    "Ihr Beinschmerz kann von einem gereizten Nerv kommen. Oft beruhigt er sich von selbst; untersucht werden sollte er doch.",
  "triage.r14.suspicion": "Spinalkanalstenose oder arterielle Verschlusskrankheit",
  "triage.r14.topic": "schwere Beine beim Gehen",
  "triage.r14.because.walking":
    "Beine, die beim Gehen ermüden und sich in Ruhe erholen, können von der Wirbelsäule oder den Arterien kommen. Lassen Sie das untersuchen.",
  "triage.r15.suspicion": "Erkrankung des Hüftgelenks oder Ermüdungsbruch am Schenkelhals",
  "triage.r15.topic": "Leiste und Hüftgelenk",
  "triage.r15.because.cannot-bear":
    "Ihre Hüfte tut weh und trägt Sie nicht. Das sollte innerhalb von Tagen untersucht werden.",
  "triage.r15.because.hip":
    "Ihre Antworten weisen auf das Hüftgelenk selbst. Lassen Sie es untersuchen, damit der Plan passt.",
  "triage.r16.suspicion": "Ursache in Bauchorganen",
  "triage.r16.topic": "Bauch und Blutungen",
  "triage.r16.because.severe":
    "Blutung, Fieber oder starker Bauchschmerz sollten innerhalb eines Tages untersucht werden.",
  "triage.r16.because.belly":
    "Organe im Bauch können im Rücken zu spüren sein. Erzählen Sie in Ihrer Praxis von diesen Zeichen.",
  "triage.r17.suspicion": "Schwangerschaft, Wochenbett, kürzliche Operation, Hüftprothese",
  "triage.r17.topic": "Schwangerschaft oder Operation",
  "triage.r17.because.agreed":
    "Jemand, der Sie kennt, hat dem Training zugestimmt. Der Plan ist angepasst und beginnt sanft. Bleiben Sie in Kontakt.",
  "triage.r17.because.not-agreed":
    "Im Moment braucht Ihr Körper einen Plan, der mit Hebamme, Ärztin oder Arzt abgestimmt ist. Fragen Sie zuerst dort, dann kommen Sie wieder.",
  "triage.r18.suspicion": "Starker akuter Schmerz",
  "triage.r18.topic": "sehr starker Schmerz",
  "triage.r18.because.severe":
    "Ihr Schmerz ist gerade stark. Fragen Sie in Praxis oder Apotheke nach Linderung. Tests warten auf einen besseren Tag.",
  "triage.r19.suspicion": "Gedrückte Stimmung, Suizidalität",
  "triage.r19.topic": "gedrückte Stimmung",
  "triage.r19.because.harm":
    "Sie denken daran, sich etwas anzutun. Sie müssen das nicht allein tragen. Bitte sprechen Sie jetzt mit jemandem.",
  "triage.r19.because.low":
    "Es geht Ihnen seelisch sehr schlecht. Schmerz und Stimmung ziehen aneinander. Bitte sprechen Sie mit Ihrer Praxis oder mit jemandem, dem Sie vertrauen.",
  "triage.r20.suspicion": "Unter 18: außerhalb des Bereichs",
  "triage.r20.topic": "Alter unter 18",
  "triage.r20.because.young":
    "Dieses Programm ist für Erwachsene gemacht. Eine Praxis für Medizin oder Physiotherapie kann mit Ihnen einen Plan machen.",
  "triage.c-constant.because.c-constant":
    "Schmerz, der nie nachlässt, zusammen mit Fieber, früherem Krebs oder Gewichtsverlust sollte innerhalb von Tagen untersucht werden.",
  "triage.c-first-episode.because.c-first-episode":
    "Ihr Alter beim ersten Rückenschmerz gibt dem anderen Zeichen mehr Gewicht. Lassen Sie es innerhalb von Tagen untersuchen.",
  "triage.c-l5.because.c-l5":
    "Eine Hüfte gibt weniger, und in Fuß oder Bein ist etwas schwach oder taub. Ein Nerv im unteren Rücken kann beides machen. Lassen Sie das untersuchen, bevor Sie kräftig trainieren.",
  "triage.c-sudden-hip.because.c-sudden-hip":
    "Eine Hüfte hat schnell und ohne Schmerz Kraft verloren. Ein Nerv kann der Grund sein. Lassen Sie es untersuchen.",
  "triage.c-rest-first.because.c-rest-first":
    "Ihr Herz oder das Blutgerinnsel gehen vor. Fragen Sie in Ihrer Praxis, wann Training gut ist, dann kommen Sie wieder.",

  "question.r1":
    "Spüren Sie neue Taubheit oder Kribbeln um die Genitalien, am After oder an der Innenseite der Oberschenkel?",
  "question.r1.help":
    "Gemeint ist der Bereich, der einen Sattel berühren würde. Wenn Sie unsicher sind, drücken oder wischen Sie dort und vergleichen Sie mit dem Arm.",
  "question.r1.feel": "Wenn Sie dort drücken oder wischen: Fühlt es sich anders an als früher?",
  "question.r2":
    "Haben Sie neuerdings Mühe beim Wasserlassen, verlieren Sie Urin oder Stuhl, oder spüren Sie nicht mehr, wann Blase oder Darm voll sind?",
  "question.r2.help": "Neuerdings heißt: in den letzten Tagen oder Wochen.",
  "question.r2.change": "Denken Sie an die letzten Tage. Ist irgendetwas auf der Toilette anders als früher?",
  "question.r3":
    "Haben Sie zusammen mit dem Rücken- oder Beinschmerz neuerdings Empfinden oder Funktion beim Sex verloren?",
  "question.r4":
    "Haben Sie Schmerz, Kribbeln oder Schwäche in beiden Beinen, oder in einem Bein, das auf das andere übergegangen ist?",
  "question.r4.onset": "Wie lange ist es schon in beiden Beinen?",
  "question.r4.onset.new": "Tage oder Wochen, oder es verändert sich",
  "question.r4.onset.long": "Seit Monaten, und es bleibt gleich",
  "question.r4.onset.unknown": UNSURE,
  "question.r4.examined": "Wurde es ärztlich oder physiotherapeutisch untersucht?",
  "question.r5": "Wird ein Bein schwächer, bleibt ein Fuß hängen, oder ist Ihr Gang unbeholfen oder unsicher geworden?",
  "question.r5.rapid": "Kam die Schwäche schnell, in Stunden oder Tagen, oder ist sie stark?",
  "question.r5.both": "Ist sie in beiden Beinen?",
  "question.r5.gait": "Ist Ihr Gang neuerdings unbeholfen oder unsicher?",
  "question.r6":
    "Trifft eines davon zu? Ein plötzlicher reißender Schmerz in Rücken oder Bauch, ein starker Schmerz mit Ohnmacht oder Schweiß, oder eine pochende Beule im Bauch.",
  "question.r6.help":
    "Wahrscheinlicher ist es über 60, beim Rauchen, bei hohem Blutdruck oder bei einer bekannten Erweiterung der Schlagader.",
  "question.r7": "Haben Sie zusammen mit dem Rückenschmerz Fieber, Schüttelfrost, oder fühlen Sie sich sehr krank?",
  "question.r7.unwell":
    "Fühlen Sie sich gerade ernsthaft krank: Schüttelfrost, Verwirrung, schneller Atem oder Herzrasen in Ruhe?",
  "question.r7.source":
    "Passt eines davon: kürzlich eine Infektion, eine Operation oder Spritze am Rücken, Diabetes, eine geschwächte Abwehr, Kontakt mit Tuberkulose, oder Drogen mit der Nadel?",
  "question.r8":
    "Begann der Schmerz nach einem Sturz, Unfall oder Schlag? Zählen Sie auch einen leichten mit, wenn Ihre Knochen dünn sind oder Sie Kortison nehmen.",
  "question.r8.force": "Wie stark war das?",
  "question.r8.force.major": "Stark: Sturz aus der Höhe, Verkehrsunfall, harter Schlag",
  "question.r8.force.minor": "Leicht: Ausrutschen, Stolpern, Heben",
  "question.r8.force.unknown": UNSURE,
  "question.r8.severe": "Ist der Schmerz sehr stark?",
  "question.r8.nerves": "Ist seither etwas neu taub oder schwach?",
  "question.r8.bones": "Haben Sie dünne Knochen (Osteoporose), oder haben Sie monatelang Kortisontabletten genommen?",
  "question.r9": "Hatten Sie jemals Krebs, oder haben Sie ungewollt abgenommen?",
  "question.r9.weight": "Haben Sie ungewollt abgenommen?",
  "question.r9.pain":
    "Ist dieser Rückenschmerz neu oder ungewohnt für Sie, nimmt er zu, oder ist er nachts am schlimmsten?",
  "question.r9.spread": "Tut es an mehreren Stellen weh, oder wie ein enges Band um die Brust?",
  "question.r9.nerves": "Gibt es neue taube Stellen, schwache Beine oder unsicheren Gang?",
  "question.r10":
    "Ist der Schmerz immer da, nimmt er von Woche zu Woche zu, und lindert ihn keine Lage, auch nachts nicht?",
  "question.r11": "Hatten Sie Ihren allerersten Rückenschmerz vor dem 20. oder nach dem 50. Geburtstag?",
  "question.r12": "Tut Ihr Rücken seit mehr als drei Monaten weh?",
  "question.r12.young": "Begann es vor Ihrem 40. Geburtstag?",
  "question.r12.slow": "Begann es langsam?",
  "question.r12.movement": "Wird es besser, wenn Sie sich bewegen oder trainieren?",
  "question.r12.rest": "Bleibt es gleich oder wird es schlimmer, wenn Sie ruhen?",
  "question.r12.night": "Weckt es Sie nachts und lässt nach, wenn Sie aufstehen?",
  "question.r13":
    "Zieht Schmerz unter das Knie und stört Sie mehr als der Rücken, mit Taubheit, oder schießt er beim Husten ins Bein?",
  "question.r13.weakness": "Ist dieses Bein oder dieser Fuß neuerdings schwach?",
  "question.r14":
    "Werden Ihre Beine beim Gehen schwer oder schmerzhaft, und lassen Sitzen, Vorbeugen oder Stehenbleiben das abklingen?",
  "question.r15": "Haben Sie Schmerz in der Leiste, eine steife Hüfte, Mühe mit den Socken, oder nachts Hüftschmerz?",
  "question.r15.bear": "Können Sie auf diesem Bein stehen?",
  "question.r16":
    "Haben Sie Schmerz in der Flanke, Probleme beim Wasserlassen, ungewöhnliche Blutungen oder eine Erkrankung im Bauch?",
  "question.r16.severe": "Ist Blut im Urin, oder gibt es starke Blutungen, Fieber oder sehr starken Bauchschmerz?",
  "question.r17":
    "Sind Sie schwanger, oder haben Sie in den letzten 12 Wochen geboren? Oder wurden Sie kürzlich an Bauch, Rücken oder Hüfte operiert, oder haben Sie eine neue Hüfte?",
  "question.r17.what": "Was davon ist es?",
  "question.r17.what.pregnant-early": "Schwanger, bis Woche 20",
  "question.r17.what.pregnant-late": "Schwanger, nach Woche 20",
  "question.r17.what.birth": "Ich habe in den letzten 12 Wochen geboren",
  "question.r17.what.surgery": "Operation an Bauch, Rücken oder Hüfte in den letzten 12 Wochen",
  "question.r17.what.new-hip": "Eine neue Hüfte",
  "question.r17.what.unknown": UNSURE,
  "question.r17.agreed":
    "Hat Hebamme, ärztliche oder physiotherapeutische Praxis gesagt, dass Training für Sie jetzt in Ordnung ist?",
  "question.r18": "Ist Ihr Schmerz 8 oder mehr von 10, sodass Sie nicht schlafen oder sich kaum bewegen können?",
  "question.r19":
    "Waren Sie in letzter Zeit sehr niedergeschlagen oder ohne Hoffnung, oder haben Sie daran gedacht, sich etwas anzutun?",
  "question.r19.harm": "Haben Sie daran gedacht, sich etwas anzutun oder nicht mehr leben zu wollen?",
  "question.r20": "Sind Sie jünger als 18?",

  "question.s1": "Seit dem letzten Mal: neue Taubheit oder Kribbeln?",
  "question.s1.no": "Nein",
  "question.s1.saddle": "Ja, um Genitalien, After oder Innenseite der Oberschenkel",
  "question.s1.leg": "Ja, in einem Bein oder Fuß",
  "question.s1.both": "Ja, in beiden Beinen",
  "question.s1.unknown": UNSURE,
  "question.s2": "Neue Schwäche in einem Bein oder Fuß?",
  "question.s2.no": "Nein",
  "question.s2.some": "Ja, in einem Bein oder Fuß",
  "question.s2.severe": "Ja, stark, schnell oder in beiden Beinen",
  "question.s2.unknown": UNSURE,
  "question.s3": "Etwas verändert bei Blase, Darm oder sexuellem Empfinden?",
  "question.s3.no": "Nein",
  "question.s3.yes": "Ja",
  "question.s3.unknown": UNSURE,
  "question.s4": "Fieber oder Schüttelfrost?",
  "question.s4.no": "Nein",
  "question.s4.fever": "Ja, aber es geht mir sonst gut",
  "question.s4.ill": "Ja, und ich fühle mich sehr krank",
  "question.s4.unknown": UNSURE,
  "question.s5": "Ein Sturz oder Unfall?",
  "question.s5.no": "Nein",
  "question.s5.light": "Ja, ein leichter, und es geht mir wie vorher",
  "question.s5.heavy": "Ja, und mein Rücken tut seither mehr weh",
  "question.s5.unknown": UNSURE,

  "answer.yes": "Ja",
  "answer.no": "Nein",
  "answer.unknown": UNSURE,
  "triage.level.emergency": "Holen Sie jetzt Hilfe",
  "triage.level.urgent": "Gehen Sie heute oder in den nächsten Tagen in eine Praxis",
  "triage.level.clinician": "Lassen Sie es nebenher ansehen",
  "triage.level.self-manage": "Sie können weitermachen",
  "triage.action.emergency":
    "Wählen Sie jetzt den Notruf oder gehen Sie in eine Notaufnahme. Fahren Sie nicht selbst. Zeigen Sie dort diese Seite.",
  "triage.action.crisis":
    "Bitte rufen Sie jetzt ein Krisentelefon oder den Notruf an, oder gehen Sie in die nächste Notaufnahme. Bleiben Sie bei jemandem, dem Sie vertrauen.",
  "triage.action.urgent":
    "Rufen Sie heute in Ihrer Praxis an und lesen Sie die Punkte unten vor. Wird es schlimmer oder kommt ein neues Zeichen dazu, gehen Sie in eine Notaufnahme.",
  "triage.action.clinician":
    "Machen Sie einen Termin in einer ärztlichen oder physiotherapeutischen Praxis. Bis dahin können Sie sanft trainieren, wenn unten nichts anderes steht.",
  "triage.action.self-manage":
    "In Ihren Antworten ist kein Warnzeichen. Vor jeder Einheit werden Sie wieder gefragt, denn Dinge ändern sich.",
  "triage.locked":
    "Tests und Einheiten bleiben geschlossen, bis eine Fachperson es angesehen hat und Sie das hier vermerkt haben.",
  "triage.open":
    "Einige Fragen nach Warnzeichen sind noch ohne Antwort: {questions}. Sie bleiben offen und gelten nicht als Nein. Bis sie beantwortet sind, bleibt der Plan sanft.",
  "triage.open-many":
    "Die meisten Fragen nach Warnzeichen sind noch ohne Antwort. Sie bleiben offen und gelten nicht als Nein. Bis sie beantwortet sind, bleibt der Plan sanft.",
  "triage.cleared": "Sie haben vermerkt, dass dies angesehen wurde: {by}, {on}.",
  "triage.again":
    "Sie werden vor jeder Einheit wieder gefragt, und ausführlich alle 4 Wochen oder wenn Ihr Schmerz um 2 Punkte zunimmt.",
  "triage.wait":
    "Bitte beantworten Sie jede Frage, bevor Sie beginnen. Wenn Sie bei einer unsicher sind, warten Sie und fragen Sie nach.",
  "triage.short.saddle": "Neue Taubheit zwischen den Beinen gehört jetzt in eine Notaufnahme.",
  "triage.short.both": "Neue Taubheit oder Schwäche in beiden Beinen gehört jetzt in eine Notaufnahme.",
  "triage.short.leg": "Neue Taubheit in einem Bein sollte untersucht werden, bevor Sie weiter trainieren.",
  "triage.short.severe": "Kraft, die schnell nachlässt, oder in beiden Beinen, gehört jetzt in eine Notaufnahme.",
  "triage.short.some": "Neue Schwäche in Bein oder Fuß sollte am selben Tag untersucht werden.",
  "triage.short.yes": "Verändern sich Blase, Darm oder sexuelles Empfinden, gehört das jetzt in eine Notaufnahme.",
  "triage.short.ill": "Fieber und sehr krank sein mit Rückenschmerz braucht jetzt Hilfe.",
  "triage.short.fever": "Mit Fieber wird nicht trainiert. Rufen Sie in Ihrer Praxis an.",
  "triage.short.heavy":
    "Nach einem Sturz, der den Rücken verschlimmert hat, lassen Sie ihn ansehen, bevor Sie weiter trainieren.",
  "card.title": "Bewahren Sie diese Karte auf: Zeichen, die am selben Tag in eine Notaufnahme gehören",
  "card.intro": "Sie sind selten. Kommt eines davon, warten Sie nicht.",
  "card.saddle": "Taubheit oder Kribbeln um Genitalien, After oder Innenseite der Oberschenkel",
  "card.bladder": "Mühe beim Wasserlassen, Urinverlust, oder kein Gefühl für die volle Blase",
  "card.bowel": "Stuhlverlust, oder kein Gefühl für den vollen Darm",
  "card.sex": "Neuer Verlust von Empfinden oder Funktion beim Sex",
  "card.legs": "Schmerz, Kribbeln oder Schwäche in beiden Beinen, oder ein Bein, das schnell schwächer wird",
  "card.say": "Sagen Sie: Ich habe vielleicht ein Cauda-equina-Syndrom und brauche dringend ein MRT.",
};
