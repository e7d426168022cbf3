/**
 * Function words (articles, pronouns, prepositions, conjunctions, auxiliaries) of languages in Latin script, by BCP 47 tag:
 * closed classes of words that any grammar lists and every text repeats. Words that several of these languages share in
 * writing count for each of them.
 */
export const functionWords: readonly (readonly [tag: string, words: string])[] = [
  [
    'en',
    'the a in of and to that this these those is was were are been being be has have had having with from by for which who when while where what how why not but they their them there then than its it he she his her we our us you your at on into onto after before during between through because until upon about against each any some such only both would should could will can cannot did does done if so under over other more most very also no an all as or i my me',
  ],
  [
    'es',
    'el la los las un una unos unas de del al y o que en es son fue fueron era eran ser está están por para con sin sobre se su sus lo le les como más pero no si ya este esta estos estas ese esa cuando donde desde hasta entre también porque qué nos hay ha han había muy sino',
  ],
  [
    'fr',
    "le la les un une des du de et ou que qui en est sont été était étaient être a ont avait pour par avec sans sur dans ce cette ces se sa son ses leur leurs il elle ils elles nous vous on ne pas plus mais si au aux comme lors afin après avant entre aussi où d'une d'un n'a c'est qu'il",
  ],
  [
    'pt',
    'o a os as um uma uns umas de do da dos das e ou que em no na nos nas é são foi foram era ser estar está estão por para com sem sobre se seu sua seus suas lhe como mais mas não já este esta isto esse essa isso quando onde desde até entre também porque pelo pela ao à havia há muito nem só foi',
  ],
  [
    'id',
    'yang dan di ke dari untuk dengan pada ini itu adalah tidak oleh dalam akan karena juga sudah telah bisa dapat ada atau saat setelah sebelum kami kita mereka agar sehingga secara tersebut seluruh terjadi tanpa hanya bahwa lebih para sebagai serta menjadi antara jika ketika',
  ],
  [
    'de',
    'der die das den dem des ein eine einen einem einer eines und oder aber nicht ist sind war waren wurde wurden werden wird hat haben hatte mit von zu zum zur auf für bei nach aus über unter durch im am als auch sich es sie er wir ihr dass wenn weil wie noch nur so kein keine um bis vor diese dieser dieses',
  ],
  [
    'it',
    'il lo la i gli le un uno una di del della dei delle dello e o che in è sono era erano stato stata essere ha hanno aveva per con senza su sul sulla si suo sua suoi come più ma non se questo questa questi quando dove da dal dalla nel nella nei al alla anche perché ci ai fra tra',
  ],
  [
    'nl',
    'de het een en of maar niet is zijn was waren werd werden wordt heeft hebben had met van voor naar op in aan bij uit over onder door te om als ook zich ze hij wij we dat die deze dit er nog geen omdat toen dan tot wat hun kon kunnen moet zou',
  ],
  [
    'sv',
    'och att det som en ett den de är var av på i för med till inte om har hade från vid men kan ska så vi han hon sig sin eller när under efter blev också där alla detta denna',
  ],
  [
    'da',
    'og at det som en et den de er var af på i for med til ikke om har havde fra ved men kan skal så vi han hun sig sin eller når under efter blev også hvor alle dette denne blive',
  ],
  [
    'nb',
    'og å det som en et den de er var av på i for med til ikke om har hadde fra ved men kan skal så vi han hun seg sin eller når under etter ble også hvor alle dette denne bli',
  ],
  [
    'pl',
    'i w z na do się nie jest że to o po za od przez dla jak ale był była było były są oraz który która które lub przy gdy tylko tego tym już być aby może ich jego',
  ],
  [
    'cs',
    'a v na se je že to z do o s k i za pro jak ale byl byla bylo byly jsou nebo při když jen který která které už být aby od po také jeho jsme není',
  ],
  [
    'tr',
    've bir bu da de için ile olarak olan çok daha gibi en ne ki ama veya sonra önce kadar olduğu değil her o şu ise göre tarafından var yok bunu',
  ],
  [
    'ro',
    'și de la în a cu pe din care nu este sunt a fost au fi pentru prin că mai un o să se sau dar ca după până când această acest ale al lui le fost era',
  ],
  [
    'vi',
    'và của là có được trong cho không một những các với đã này khi để từ đến bị người trên cũng như sẽ nhưng vào ra về thì lại sau do',
  ],
  [
    'sw',
    'na ya wa kwa ni katika za la cha vya kuwa hii hiyo huu huo kama lakini pia baada kabla ili au hadi sana wakati ambayo ambao yake wetu si haikuwa ilikuwa tuna',
  ],
  [
    'tl',
    'ang ng sa mga na at ay ito para hindi kung may mula dahil ngunit nang pero kami namin ating kanilang siya noong upang rin din lang naman',
  ],
  [
    'ha',
    'da a na ta ya ce ne ba wannan wanda ga domin an sun su mu ina yana tana cikin kuma amma don bayan har',
  ],
]

/** Scripts that one language alone writes among those that postmortems come in; others are named by script only. */
export const scripts: readonly (readonly [tag: string, letters: RegExp])[] = [
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['zh', /\p{Script=Han}/gu],
  ['und-Cyrl', /\p{Script=Cyrillic}/gu],
  ['und-Arab', /\p{Script=Arabic}/gu],
  ['und-Deva', /\p{Script=Devanagari}/gu],
  ['am', /\p{Script=Ethiopic}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['th', /\p{Script=Thai}/gu],
]
