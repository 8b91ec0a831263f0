### 日本語：probe が表示するすべての文、ラベル、語句。メッセージの id と順序は en.ftl と同じ。
###
### 数値の表示方法は文ごとに示す：{ PERCENT($rate) }、{ COUNT($people) }。関数は functions.py の冒頭の表を参照。
### ファイル中の改行は空白として表示される。日本語の文には空白を入れないため、1つの文は1行に書く
### （改行は { ... -> } の内側に限る）。数値と単位の間は改行しない空白（U+00A0）とし、% の前は空けない。

## ---- 数値 ---------------------------------------------------------------------------------------

number-point = .
number-group = ,
number-leading-zero = 0
number-percent-sign = %

## ---- 列挙、範囲、件数 ---------------------------------------------------------------------------

list-comma = { $first }、{ $second }
list-and = { $first }と{ $second }
list-or = { $first }または{ $second }
range = { $first }〜{ $second }


## ---- 所見：文の部品 -----------------------------------------------------------------------------

sentences = { JOIN($parts, with: "") }
parts-joined = { JOIN($parts, with: "；") }
phrases = { JOIN($parts, with: "、") }
nothing = { "" }
quoted = 「{ $name }」
condition = { JOIN($levels, with: "・") }
factor-title = { $title }
factor-titles = { LIST($titles) }
limits-of-misses = 95%信頼区間 { PERCENT($low) }〜{ PERCENT($high) }
limits-in-brackets =
    { $limits ->
        [no-value] { "" }
       *[other] （{ $limits }）
    }
limits-after =
    { $limits ->
        [no-value] { "" }
       *[other] 、{ $limits }
    }
# 直前の割合がどのモデルのものかを示す（deck-already-few）。
with-model = これは{ $model }での割合
rate-with-model = { $model }では{ PERCENT($rate) }{ limits-in-brackets }
score-with-model = { $model }では{ UNIT($score) }
score-range = { UNITS($scores) }
score-of-models = { JOIN($models, with: "、") }
interval-signed = 95%信頼区間 { SIGNED($low) }〜{ SIGNED($high) }
interval-of-units = 95%信頼区間 { PROPORTION($low, places: 2) }〜{ PROPORTION($high, places: 2) }
interval-of-points = 95%信頼区間 { POINTS($low) }〜{ POINTS($high) }
no-interval-because = 信頼区間なし：{ $reason }
# 区間は0を含まないが、すべての比較をまとめて判定すると差が示されない場合。
interval-of-units-alone = この比較だけで見た{ interval-of-units }
interval-of-points-alone = この比較だけで見た{ interval-of-points }
interval-signed-alone = この比較だけで見た{ interval-signed }
amount-of-units = { UNIT($amount) }
amount-of-points = { POINTS($amount) }ポイント
note-no-strangers-compared = 他人どうしの比較がありません

## ---- 拒否：最も近い名前 -------------------------------------------------------------------------

near-name = { $name }のことですか？
no-language = 言語{ $name }の言葉はありません
near-none = 選べるものがありません
near-valid =
    使える名前：{ JOIN($names, with: "、") }{ $more ->
        [0] { "" }
       *[other] 、ほか{ COUNT($more) }個
    }

## ---- 所見：レポートの冒頭の判定 -----------------------------------------------------------------

verdict-head =
    { $answer ->
        [use] 使用可
        [avoid] 使用不可
       *[other] 判定保留
    }
verdict-on-model =
    { $answer ->
        [use] { $reason }
        [avoid] { $reason }
       *[other] { verdict-head }。{ $reason }
    }
report-verdict-use = { $misses }、許容限度は{ PERCENT($limit) }です。
report-verdict-avoid = 最も多い{ $misses }、許容限度は{ PERCENT($limit) }です。
verdict-scope = 標準条件（{ JOIN($conditions, with: "；") }）と比べた{ $factors }のすべての測定水準で、
verdict-used =
    { verdict-scope }{ $models ->
        [1] このモデルは使用できます。
       *[other]
            { $count ->
                [1] { COUNT($models) }モデルのうち{ LIST($used) }が使用できます。
               *[other] { COUNT($models) }モデルのうち{ COUNT($count) }モデル（{ LIST($used) }）が使用できます。
            }
    }
verdict-none-used =
    { verdict-scope }{ $which ->
        [avoid]
            { $models ->
                [1] このモデルは使用できません。
                [2] どちらのモデルも使用できません。
               *[other] { COUNT($models) }モデルのいずれも使用できません。
            }
        [undecided]
            { $models ->
                [1] このモデルは判定できません。
                [2] どちらのモデルも判定できません。
               *[other] { COUNT($models) }モデルのいずれも判定できません。
            }
       *[open]
            { $models ->
                [1] このモデルが使用できることは示されていません。
                [2] どちらのモデルについても、使用できることは示されていません。
               *[other] { COUNT($models) }モデルのいずれについても、使用できることは示されていません。
            }
    }
verdict-partly-measured = { LIST($levels) }では判定できません：比較できる同一人物の2枚の画像がありません。それ以外では、{ $misses }です。
verdict-nothing-measured = 判定できません：比較できる同一人物の2枚の画像がありませんでした。

## ---- 所見：見出しの文 ---------------------------------------------------------------------------

headline-already = 何も変えないうちから、同一人物の画像の組の{ PERCENTS($rates) }が見逃されています
headline-already-with = { $model }では、何も変えないうちから、同一人物の画像の組の{ PERCENT($rate) }が見逃されています
headline-breaks = { $change }が変わると照合が成り立たなくなります
headline-breaks-but =
    { $change }が変わると照合が成り立たなくなります。{ $calm }の変化による見逃しは、ここでは{ $rate ->
        [0] ありませんでした
       *[other] 最大でも{ PERCENT($rate) }でした
    }
headline-misses =
    { $model ->
        [no-value] { $change }が変わると、モデルは同一人物の組を最大{ PERCENT($rate) }{ limits-in-brackets }見逃します
       *[other] { $change }が変わると、{ $model }は同一人物の組を最大{ PERCENT($rate) }{ limits-in-brackets }見逃します
    }
headline-misses-range =
    { $change }が変わると、{ $model }は同一人物の組を最大{ PERCENT($rate) }{ limits-in-brackets }見逃します。{ $models ->
        [2] { $least_model }では最大{ PERCENT($least) }です
       *[other] { COUNT($models) }モデルのうち見逃しが最も少ないのは{ $least_model }で、最大{ PERCENT($least) }です
    }
headline-misses-worst =
    { $change }が変わると、モデルは最悪の場合に同一人物の組の{ PERCENTS($rates) }を見逃します{ $limits ->
        [no-value] { "" }
       *[other] （最も高い割合の{ $limits }）
    }
# 以前の版による実行のためのもの。
headline-misses-any = { $change }が変わると、同一人物の組の最大{ PERCENT($rate) }{ limits-in-brackets }が見逃されます
headline-holds =
    { LIST($factors, word: "or") }をどの測定水準に変えても、{ $rate ->
        [0] 見逃された組はありませんでした
       *[other] 見逃された組は最大でも{ PERCENT($rate) }でした
    }{ limits-in-brackets }
headline-margin =
    { $model ->
        [no-value] { $change }が変わると、他人に対するマージンのうち残るのは{ UNIT($value) }です
       *[other] { $change }が変わると、{ $model }では、他人に対するマージンのうち残るのは{ UNIT($value) }です
    }
headline-margin-wanted =
    { $model ->
        [no-value] { $change }が変わると、望ましいとおり他人に対するマージンが下がり、残るのは{ UNIT($value) }です
       *[other] { $change }が変わると、望ましいとおり他人に対するマージンが下がり、{ $model }で残るのは{ UNIT($value) }です
    }
headline-margin-kept =
    { $model ->
        [no-value] { $change }が変わっても、他人に対するマージンは下がりません：残るのは{ UNIT($value) }です
       *[other] { $change }が変わっても、他人に対するマージンは下がりません：残りが最も小さい{ $model }でも{ UNIT($value) }です
    }
headline-margin-unmoved =
    { $model ->
        [no-value] { $change }が変わると下がるはずの、他人に対するマージンが下がりません：残るのは{ UNIT($value) }です
       *[other] { $change }が変わると下がるはずの、他人に対するマージンが下がりません：残りが最も小さい{ $model }でも{ UNIT($value) }です
    }
headline-mean =
    { $model ->
        [no-value] { $change }が変わると、{ report-score-name }は{ UNIT($value) }まで下がります
       *[other] { $change }が変わると、{ $model }では{ report-score-name }が{ UNIT($value) }まで下がります
    }
headline-setup =
    { $model ->
        [no-value] モデルが正しく設定されていません：{ $fault }
       *[other] { $model }が正しく設定されていません：{ $fault }
    }
site-not-set-up = { $model }が正しく設定されていません：{ $fault }。ここで示す結果は、このモデルについて何も示しません
setup-vectors-equal = どの画像にも同じベクトルを出力しています。重み、正規化、出力を`probe doctor`で確認してください
setup-vectors-alike = 異なる人物の平均コサイン類似度が{ UNIT($cosine) }です。重みと正規化を`probe doctor`で確認してください
setup-lengths = ベクトルの長さが{ SIGNIFICANT($least) }〜{ SIGNIFICANT($most) }です。数値が消失または発散しています
setup-batch-norm = { COUNT($norms) }個のバッチ正規化のうち{ COUNT($count) }個は学習されておらず、統計量が新しいネットワークのままです
headline-nothing = 比較できる2つの条件がありませんでした

## ---- 所見：見出しの下の要約 ---------------------------------------------------------------------

deck-counts = { COUNT($people) }人、{ COUNT($conditions) }条件、{ COUNT($models) }モデルを比較しました。
deck-standard = すべて標準条件（{ JOIN($conditions, with: "；") }）と比べています。
deck-one-person = 以下は、この人物の新しい画像だけについて述べています。
deck-held =
    標準条件との比較では、{ LIST($factors) }のどの測定水準でも{ $models ->
        [1] 、
       *[other] 、どのモデルでも、
    }{ $rate ->
        [0] 見逃された組はありませんでした
       *[other] 見逃された組は最大でも{ PERCENT($rate) }でした
    }{ limits-in-brackets }。
held-not-shown = { LIST($factors) }については、ほかの人々でも見逃しが{ PERCENT($limit) }以下にとどまることは示されていません。
deck-missed-at = { $change }が変わると、モデルは同一人物の組を最大{ PERCENT($rate) }見逃します（{ $level }{ limits-after }）。
deck-missed-with = { $change }が変わると、モデルは同一人物の組を見逃します。その割合は最大で、{ JOIN($models, with: "、") }です。
deck-missed-many = { $change }が変わると、{ $model }は同一人物の組を最大{ PERCENT($rate) }{ limits-in-brackets }見逃します。{ COUNT($models) }モデルのうち{ COUNT($over) }モデルが{ PERCENT($limit) }を超えて見逃しました。
deck-already = { $factor }の標準条件では、同一人物の組の{ PERCENTS($rates) }がすでに見逃されています。変化の影響を見逃しから読み取ることはできません。
deck-already-with = { $factor }の標準条件では、{ LIST($models) }で同一人物の組の{ PERCENTS($rates) }がすでに見逃されています。変化の影響を見逃しから読み取ることはできません。
deck-already-many = { $factor }の標準条件では、{ COUNT($measured) }モデルのうち{ COUNT($failing) }モデルで、同一人物の組の{ PERCENTS($rates) }がすでに見逃されています。変化の影響を見逃しから読み取ることはできません。
deck-already-few = { $factor }の標準条件では、同一人物の組の{ PERCENT($rate) }{ limits-in-brackets }がすでに見逃されています（{ JOIN($models, with: "、") }）。変化の影響を見逃しから読み取ることはできません。
deck-rate-open =
    しきい値は、ここで比較した他人の{ RATE($asked) }が通過するように設定されています。ほかの他人では、この割合は{ JOIN($ranges, with: "、") }でありえます。{ $models ->
        [1] { "" }
       *[other] このようなしきい値での見逃しからは、どのモデルが優れているかは分かりません。
    }
deck-rate-range =
    { $model ->
        [no-value] { PERCENT($low) }〜{ PERCENT($high) }
       *[other] { $model }では{ PERCENT($low) }〜{ PERCENT($high) }
    }
deck-rate-up-to =
    { $model ->
        [no-value] 最大{ PERCENT($high) }
       *[other] { $model }では最大{ PERCENT($high) }
    }
deck-rate-resolves = この人数では{ RATE($rate) }を保つことができます（--fmr { $option }）。
deck-rate-enough = { RATE($asked) }には約{ COUNT($people) }人いれば足ります。
deck-rate-hold = ほかの人々でも{ RATE($asked) }が成り立つようにするには、約{ COUNT($people) }人が必要です。
deck-no-threshold = 見逃しは数えていません：しきい値を設定できませんでした（{ JOIN($reasons, with: "；") }）。

## ---- 所見：何も変えないときの標準条件 -----------------------------------------------------------

before-same-and-strangers = 標準条件での同一人物の画像のスコアは、{ $scores }です。一般の他人のスコアは、{ $strangers }です。
before-same = 標準条件での同一人物の画像のスコアは、{ $scores }です。
before-nobody = 標準条件には、比較できる同一人物の2枚の画像がありません。
before-strangers = 一般の他人のスコアは、{ $scores }です。
before-alike = 同じ服装の他人のスコアは、{ $scores }です。
before-alike-over-all =
    同じ服装の他人のスコアは、{ $scores }で、平均すると{ $models ->
        [1] しきい値を上回ります。
       *[other] どのモデルのしきい値も上回ります。
    }
before-alike-over-many = 同じ服装の他人のスコアは、{ $scores }で、平均すると{ COUNT($models) }モデルのしきい値を上回ります。
before-alike-over-some = 同じ服装の他人のスコアは、{ $scores }で、平均すると{ LIST($models) }のしきい値を上回ります。
before-alike-unknown = 同じ服装の他人のスコアは測定されていません。
before-no-strangers = 他人どうしの比較は行われていません。
alike-unknown = 同じ服装の他人についての結果は測定されていません。
alike-pass = 標準条件では、同じ服装の他人の{ PERCENTS($rates) }が同一人物として通過します。一般の他人では{ PERCENTS($strangers) }です。

## ---- 所見：Precision優先型かRecall優先型か -------------------------------------------------------

leaning-model =
    { $model }は{ $side ->
        [precision-first] Precision優先型
       *[recall-first] Recall優先型
    }です。{ leaning-figures }
# 以前の版による実行のためのもの。
leaning-on-these-people =
    比較した人々では、{ $model }は{ $side ->
        [precision-first] Precision優先型
       *[recall-first] Recall優先型
    }です。{ leaning-figures }
leaning-not-told = { $model }がどちらの誤りに傾くかは述べられません。{ leaning-figures }
leaning-neither = { $model }がどちらかの誤りに傾くことは示されていません。{ leaning-figures }
leaning-figures = { RATE($asked) }に対するしきい値では、条件が変わると、同一人物の組の{ PERCENT($fnmr) }を拒否し、一般の他人の{ PERCENT($fmr) }を受け入れます（c = { SIGNED($bias) }、{ $interval }）。
leaning-undecided = { $first }と{ $second }のどちらがよりPrecision優先型かは決められません（{ $reason }）。
leaning-alike = { $first }と{ $second }の間で、この傾きの差は示されていません（{ $interval }）。
leaning-differs = { $more }は{ $less }よりもPrecision優先型です：cが{ DECIMAL($size, places: 2) }高くなっています（{ $interval }）。

## ---- 所見：1つの要因の変化の影響 ----------------------------------------------------------------

factor-fall-wanted = ここでは下がることが望まれます。
factor-nothing = 比較できる同一人物の2枚の画像がありませんでした。
factor-already = 何も変えないうちから、見逃しはすでに{ JOIN($models, with: "、") }です。
factor-already-many = 何も変えないうちから、{ COUNT($models) }モデルのうち{ COUNT($over) }モデルで、見逃しはすでに{ PERCENTS($rates) }です。
factor-no-miss =
    { $series ->
        [no-value] 標準条件との比較では
       *[other] { $series }では
    }、どの測定水準でも、{ $wish ->
        [sensitive] 拒否された
       *[invariant] 見逃された
    }同一人物の組はありませんでした{ limits-in-brackets }。
factor-misses =
    { $series ->
        [no-value] 標準条件との比較では
       *[other] { $series }では
    }、{ JOIN($models, with: "、") }です。
factor-misses-of-model =
    { $model }の{ $wish ->
        [sensitive] 拒否
       *[invariant] 見逃し
    }は{ $rate ->
        [0] 0件{ limits-in-brackets }
       *[other] { PERCENT($rate) }（{ $level }{ limits-after }）
    }
factor-misses-range =
    { $series ->
        [no-value] 標準条件との比較では
       *[other] { $series }では
    }、最悪の水準で{ COUNT($models) }モデルが{ $wish ->
        [sensitive] 拒否した
       *[invariant] 見逃した
    }割合は、{ PERCENT($lowest) }（{ $lowest_model }）から{ PERCENT($highest) }（{ $highest_model }、{ $level }）{ limits-in-brackets }です。{ COUNT($models) }モデルのうち{ COUNT($held) }モデルは{ PERCENT($limit) }以下にとどまりました。
factor-harder-elsewhere = どちらも標準と異なる2つの水準の間のほうが、これらの人々では困難でした：{ $first }と{ $second }の間で、{ $model }は{ PERCENT($rate) }を見逃しました。
factor-margin = 最悪の水準で保たれる他人に対するマージン（信頼区間はその水準だけのもの）：{ JOIN($models, with: "、") }。
factor-margin-of-model =
    { $model }では{ UNIT($value) }（{ $low ->
        [no-value] { $level }
       *[other] { UNIT($low) }〜{ UNIT($high) }；{ $level }
    }）
factor-margin-range = 最も下がる水準で保たれる他人に対するマージンは、モデルによって{ UNIT($lowest) }（{ $lowest_model }、{ $lowest_level }）から{ UNIT($highest) }（{ $highest_model }、{ $highest_level }）です。
factor-fall = 平均{ report-score-name }は、最も低い水準で、{ JOIN($models, with: "、") }下がります。
factor-fall-of-model =
    { $model ->
        [no-value] { "" }
       *[other] { $model }では
    }{ $since ->
        [no-value] { UNIT($value) }（{ $level }）まで
       *[other] { UNIT($since) }から{ UNIT($value) }（{ $level }）まで
    }
factor-fall-range = 標準条件に対する最も低い平均{ report-score-name }は、{ COUNT($models) }モデルで{ UNIT($lowest) }（{ $lowest_level }）から{ UNIT($highest) }（{ $highest_level }）の間にあります。
factor-one-person = これは1人だけについての結果です。

## ---- 所見：ヒートマップからは分からないこと ------------------------------------------------------

rise = 次の場合、異なる2つの条件の間で最も高い{ report-score-name }は、同一人物であることのしるしではありません：{ JOIN($models, with: "；") }。
rise-of-model =
    { $model ->
        [no-value] { "" }
       *[other] { $model }では、
    }{ $first }と{ $second }の間（{ UNIT($mean) }、ほかの組の平均は{ UNIT($mean_others) }）。他人のスコアはそこで{ UNIT($strangers) }、ほかでは{ UNIT($strangers_others) }、AUCはそこで{ PROPORTION($auc) }、ほかでは{ PROPORTION($auc_others) }
rise-many = { COUNT($models) }モデルのうち{ COUNT($count) }モデルでは、{ report-score-name }が最も高い異なる条件の組は、ほかの組よりも人物をよく見分けるわけではありません（AUC）。そこでは、高いスコアは同一人物であることのしるしではありません。
rise-rendered-turns = どの向きがより困難かは、レンダリングした人物からは分かりません：実際の人物では向きの順位が異なります。
break = 見逃し率が{ PERCENT($limit) }を横切る水準：{ JOIN($places, with: "；") }。測定した水準の間では一様に変化するとみなしています。
break-of-model =
    { $model ->
        [no-value] { "" }
       *[other] { $model }では
    }{ $level }{ $near ->
        [no-value] { "" }
       *[other] （95%信頼区間 { $near }〜{ $far ->
            [no-value] { $last }より先
           *[other] { $far }
        }）
    }
break-place =
    { $level }{ $near ->
        [no-value] { "" }
       *[other] （95%信頼区間 { $near }〜{ $far ->
            [no-value] { $last }より先
           *[other] { $far }
        }）
    }
breaking = 見逃し率が{ PERCENT($limit) }を横切る水準：{ JOIN($places, with: "；") }
break-sided =
    { $way ->
        [up] 上方向では
       *[down] 下方向では
    }{ $place }
break-nowhere = 測定した水準にはなし
break-nowhere-of-model =
    { $model ->
        [no-value] { "" }
       *[other] { $model }では
    }測定した水準にはなし
break-at = { PLAIN($level) }{ $unit }
break-level = { SIGNIFICANT($level, digits: 2) }{ $unit }

## ---- 所見：使用できる範囲 -----------------------------------------------------------------------

sides = 同じしきい値で、片側だけが変化した場合（登録画像は良好でカメラが悪い場合）と、両側が同じように変化した場合：{ JOIN($places, with: "；") }。
sides-of-model =
    { $model ->
        [no-value] { "" }
       *[other] { $model }では
    }{ $level }で見逃しは{ PERCENT($one) }と{ PERCENT($both) }{ $passing_both ->
        [no-value] { "" }
       *[other] 、通過する他人は{ PERCENT($passing_one) }と{ PERCENT($passing_both) }
    }
usable-unresolved = 定まらず
usable-may-be-used = { site-word-use }（{ $range }）
usable-may-do = { site-word-promising }（{ $range }）
usable-both = { site-word-use }（{ $used }）、{ site-word-promising }（{ $range }）
usable-nowhere = { site-answer }
# 以前の版による実行のためのもの。
usable-none = なし
usable-all = 測定したすべて
usable-round = 全方位
usable-round-but =
    { $last ->
        [no-value] { $first }
       *[other] { $first }〜{ $last }
    }を除く全方位
usable-count = { COUNT($conditions) }条件のうち{ COUNT($held) }条件
usable-levels = { LIST($levels) }
usable-only = { $level }のみ
usable-range = { $first }〜{ $last }
usable-range-all = { $first }〜{ $last }、測定したすべて
usable-of-series = { LIST($series) }：{ $range }
usable-sentence = { $protocol }での{ $model }：{ $range }。

## ---- 所見：背景除去の効果 -----------------------------------------------------------------------

masked-raised = 背景を除去すると、同一人物の{ report-score-name }は上がりますが、人物をよりよく見分けるようにはなりません（標準条件に対する平均）：{ JOIN($models, with: "；") }。
masked-raised-model = { $model }では{ UNIT($mean) }から{ UNIT($mean_masked) }に、AUCは{ PROPORTION($auc) }から{ PROPORTION($auc_masked) }に変化
masked-raised-many = { COUNT($models) }モデルのうち{ COUNT($count) }モデルでは、背景を除去すると同一人物の{ report-score-name }は上がりますが、人物をよりよく見分けるようにはなりません（AUC）。
masked-lowest = 背景を除去すると、標準条件に対する最も低い{ report-score-name }は次のように変わります：{ JOIN($models, with: "；") }。
masked-model = { $model }では{ UNIT($before) }から{ UNIT($after) }へ{ $margin }{ $misses }
masked-margin-more = 、他人に対するマージンの保持は{ $size }増加（{ $interval }）
masked-margin-less = 、他人に対するマージンの保持は{ $size }減少（{ $interval }）
masked-margin-alike = 、他人に対するマージンの変化は示されず（{ $interval }）
masked-misses-more = 、見逃しは{ $size }増加（{ $interval }）
masked-misses-fewer = 、見逃しは{ $size }減少（{ $interval }）
masked-many = 背景を除去すると、{ COUNT($models) }モデルのうち{ COUNT($more) }モデルは他人に対するマージンをより多く保ち、{ COUNT($less) }モデルはより少なく保ちます。そのほかのモデルでは変化は示されていません。
masked-left-out = 画像{ COUNT($all) }枚のうち{ COUNT($left_out) }枚にはマスクがなく、変化は残りの画像についてのものです。
masked-strangers = このとき、標準条件の他人のスコアは、{ JOIN($models, with: "、") }になります。
masked-strangers-model = { $model }では{ UNIT($before) }から{ UNIT($after) }
masked-strangers-margin = { $model }では{ UNIT($before) }から{ UNIT($after) }（マージンは{ UNIT($margin_before) }から{ UNIT($margin_after) }）

## ---- 所見：ベクトルのどの部分が決めるか ---------------------------------------------------------

part-decides = { $level }では{ $part }が決め手です：そこで失われる他人に対するマージンの{ PERCENT($share) }を占めます。
part-spread = { $level }では、決め手となる部分はありません：そこで失われる他人に対するマージンは複数の部分に分かれ、最も多いのは{ $part }（その{ PERCENT($share) }）です。
part-nothing-lost = どの水準でも他人に対するマージンは失われません。保持が最も少ないのは{ $level }です。

## ---- 所見：組み合わせた要因 ---------------------------------------------------------------------

figure-retention = 保持率
figure-mated-mean = 同一人物の平均
place-at = { $level }
place-for = 「{ $level }」
place-elsewhere = それ以外の平均
crossed-unknown = { $first }と{ $second }が互いに影響し合うかどうかは分かりません：{ $reason }。
crossed-not-shown = { $first }と{ $second }の影響が、合わせると個別の影響より大きくなることは示されていません（{ $figure } { SIGNEDUNIT($estimate) }、95%信頼区間 { SIGNEDEND($low) }〜{ SIGNEDEND($high) }）。
crossed-decided = { $lead }：{ $figure }の変化は、{ JOIN($changes, with: "、") }です（差 { SIGNEDUNIT($estimate) }、95%信頼区間 { SIGNEDEND($low) }〜{ SIGNEDEND($high) }）。
crossed-change = { $place }では{ SIGNEDUNIT($change) }
crossed-change-of = { $factor }の変化
crossed-change-along = { $factor }の{ $first }から{ $last }への変化
crossed-depends = { $change }の影響は、{ $other }によって異なります
crossed-rising =
    { $more ->
        [yes] { $change }の影響は、{ $other }が増すほど大きくなります
       *[no] { $change }の影響は、{ $other }が増すほど小さくなります
    }
crossed-than =
    { $more ->
        [yes] { $change }の影響は、{ $usual }よりも{ $place }のほうが大きくなります
       *[no] { $change }の影響は、{ $usual }よりも{ $place }のほうが小さくなります
    }
crossed-not-standard =
    { $more ->
        [yes] { $change }の影響は、{ $other }が{ $standard }でないときに大きくなります
       *[no] { $change }の影響は、{ $other }が{ $standard }でないときに小さくなります
    }
crossed-departures =
    合わせた影響が個別の影響の和と一致しないのは、{ JOIN($named, with: "、") }{ $more ->
        [0] です。
       *[other] 、ほか{ COUNT($more) }件です。
    }
crossed-departure = { JOIN($levels, with: "と") }（{ SIGNEDUNIT($estimate) }、95%信頼区間 { SIGNEDEND($low) }〜{ SIGNEDEND($high) }）

## ---- 所見：どのモデルが優れているか -------------------------------------------------------------

versus-better = { $better }は{ $worse }よりも人物をよく見分けます。
versus-mixed = { $first }と{ $second }には差がありますが、すべての指標が同じモデルを支持するわけではありません。
versus-alike = すべての比較をまとめて判定すると、{ $first }と{ $second }の間で、人物を見分ける能力に差があることは示されていません：{ JOIN($figures, with: "、") }。
versus-range =
    { $figure ->
        [auc] AUC
        [dprime] d′
       *[fnmr] 見逃し（ポイント）
    }は{ $interval }
versus-apart-undecided = { $first }と{ $second }のどちらが人物をよく見分けるかは決められません（{ JOIN($reasons, with: "；") }）。
versus-apart =
    { $more }の{ $figure ->
        [auc] AUC
       *[dprime] d′
    }は{ $size }高くなっています（{ $interval }）。
versus-apart-than =
    { $more }の{ $figure ->
        [auc] AUC
       *[dprime] d′
    }は{ $behind }よりも{ $size }高くなっています（{ $interval }）。
versus-margin = { $more }は{ $less }よりも、他人に対するマージンを{ $size }多く保ちます（{ $interval }）。
versus-misses = 同じ誤合致率で、{ $less }の見逃しは{ $more }よりも{ $size }少なくなります（{ $interval }）。
versus-margin-alike = すべての比較をまとめて判定すると、{ $first }と{ $second }の間で、保たれるマージンの差は示されていません（{ $interval }）。
versus-misses-alike = すべての比較をまとめて判定すると、{ $first }と{ $second }の間で、同じ誤合致率での見逃しの差は示されていません（{ $interval }）。
versus-none-decided = モデルの{ versus-pairs }のいずれも判定できません（{ $reason }）。
versus-pairs = { COUNT($pairs) }組
versus-many-apart =
    モデルの{ versus-pairs }のうち{ COUNT($differ) }組で、人物を見分ける能力に差があることが示されています{ $mixed ->
        [0] 。
       *[other] 。{ COUNT($mixed) }組では、すべての指標が同じモデルを支持するわけではありません。
    }
versus-many = モデルの{ versus-pairs }のうち{ COUNT($differ) }組で、保たれる他人に対するマージンに差があることが示されています。
versus-widest = 最も大きな差：{ $sentence }
versus-better-undecided = どのモデルが優れているかは決められません：{ $reason }。
versus-better-under = { LIST($factors) }では、{ $better }は{ $worse }よりも人物をよく見分けます
versus-keeps-more = { LIST($factors) }では、{ $better }は{ $worse }よりも他人に対するマージンを多く保ちますが、人物をよりよく見分けることは示されていません
versus-mixed-under = { LIST($factors) }では、すべての指標が同じモデルを支持するわけではありません
versus-alike-under = { LIST($factors) }では、すべての比較をまとめて判定すると、差は示されていません
versus-undecided-under = { LIST($factors) }では、何も決められません
versus-same-people = 同じ人物での比較：{ JOIN($parts, with: "；") }。
versus-same-people-alike = 同じ人物での比較では、{ $first }と{ $second }の差は示されていません。
versus-same-people-alone = 同じ人物での比較では、すべての比較をまとめて判定すると、{ $first }と{ $second }の差は示されていません。単独で見ると、{ JOIN($alone, with: "、") }。
versus-speaks-for = { LIST($figures) }は{ $model }を支持します
versus-figure =
    { $figure ->
        [auc] AUC
        [dprime] d′
       *[fnmr] 見逃し
    }
versus-no-leader-apart = 同じ人物での比較では、ほかより人物をよく見分けることが示されたモデルはありません。
versus-leader-apart = 同じ人物での比較では、{ $model }が{ COUNT($comparisons) }件の対比較のうち{ COUNT($wins) }件で人物をよりよく見分けることが示されており、これはどのモデルよりも多い件数です。

## ---- 所見：助言 ---------------------------------------------------------------------------------

advice-title-models = モデルの要点
advice-title-holds = 照合が成り立つ条件
advice-title-fails = 照合が成り立たない条件
advice-nothing-measured = 照合を変えないはずの要因は測定されていません。
advice-models = { JOIN($models, with: "。") }。
advice-many-models = { COUNT($models) }モデルのうち、最も多いモデル：{ $most }。最も少ないモデル：{ $least }。これらは1つの指標の両端であり、順位付けではありません。
advice-many-models-miss = { COUNT($models) }モデルのうち、見逃しが最も少ないモデル：{ $fewest }。最も多いモデル：{ $most }。これらは1つの指標の両端であり、順位付けではありません。
advice-misses = { $model }は最大で{ PERCENT($value) }を見逃します（{ $factor }、{ $level }）
advice-keeps = { $model }は他人に対するマージンの少なくとも{ UNIT($value) }を保ちます（{ $factor }、{ $level }）
advice-never-below = { $model }の平均{ report-score-name }は{ UNIT($value) }を下回りません（{ $factor }、{ $level }）
advice-raw-cosines = 異なるモデルの{ report-score-plural }をそのまま比べることはできません。
advice-not-compared = あるモデルが優れているかどうかを知るには対比較が必要ですが、ここでは行われていません。
advice-no-range = しきい値がないため、使用できる範囲は示せません。
advice-none-held = すべてのモデルの見逃しが{ PERCENT($limit) }以下にとどまる要因はありませんでした。
advice-none-asked = 照合を変えないはずの要因は測定されていません：見逃しがどこで{ PERCENT($limit) }以下にとどまるかは分かりません。
advice-held =
    標準条件で登録した場合、{ LIST($factors) }のどの測定水準でも、{ $models ->
        [1] { "" }
       *[other] どのモデルでも、
    }{ $rate ->
        [0] 見逃しは一度もありませんでした
       *[other] 見逃しは最大でも{ PERCENT($rate) }でした
    }{ limits-in-brackets }。
advice-not-beyond = { LIST($levels) }を超える範囲は測定されていません。
advice-already = ここで撮影された{ $factor }では成り立ちません：標準条件そのものですでに最大{ PERCENT($rate) }が見逃されています。
advice-already-with = ここで撮影された{ $factor }では成り立ちません：{ $most_model }では、標準条件そのものですでに最大{ PERCENT($rate) }が見逃されています。
advice-fails =
    { $change }が{ $several ->
        [yes] ともに
       *[no] { "" }
    }変わる場所では成り立ちません：{ $model ->
        [no-value] { "" }
       *[other] { $model }では
    }最大{ PERCENT($rate) }が見逃されます（{ $level }{ limits-after }）。
advice-none-failed = 測定したどの変化の後も、見逃された組は{ PERCENT($limit) }を超えませんでした。
advice-dressed-alike = 人々が同じ服装をしている場所では、別の手がかりなしには成り立ちません：{ $sentence }
advice-nothing-else = 測定していない条件については、何も述べていません。

## ---- 現場への助言 -------------------------------------------------------------------------------

site-answer =
    { $answer ->
        [use] { site-word-use }
        [promising] { site-word-promising }
        [doubtful] 使用できない可能性がある
        [unmeasured] 全体は測定されていない
        [undecided] 判定できない
       *[avoid] 使用できない
    }
site-word-use = 使用できる
site-word-promising = 使用できる可能性はあるが、示されてはいない
site-on-circle = { $part }は1回転を超えています：{ PLAIN($low) }..{ PLAIN($high) } { $unit }と解釈します
site-one-in-metres = { $part }はメートルと解釈します：{ PLAIN($low) } { $unit }
site-range-in-metres = { $part }はメートルと解釈します：{ PLAIN($low) }〜{ PLAIN($high) } { $unit }
site-enrolled = 人物は標準条件（{ JOIN($conditions, with: "；") }）で登録され、現場の指定にないものはすべてそのときのままとします。
site-one-at-a-time = 1つずつ変えた結果です：{ LIST($factors) }が同時に変わる場合は測定していません。同時に変わると影響がより大きくなりえます。
site-below = { $level }未満
site-beyond = { $level }超
site-between = { $first }と{ $last }の間
site-ends = { $first }未満と{ $last }超は測定していません
site-ends-of = { $factor }：{ $ends }
site-all-ends = { $ends }。
site-stricter = しきい値は{ RATE($set) }に対して設定されています：{ RATE($asked) }では、見逃しはここに示すより多くはならず、通過する他人は多くなります。
site-run-again = この助言は{ RATE($set) }に対するしきい値に基づきます。比較した他人で{ RATE($asked) }も扱えます：まず--fmr { $option }を付けて評価をやり直してください。
site-unresolved = しきい値は{ RATE($set) }に対して設定されています。{ $reason }。
site-misses =
    { $level }での見逃しは{ PERCENT($rate) }（{ $high ->
        [no-value] 信頼区間なし：人数が少なすぎます
       *[other] 95%信頼区間 { PERCENT($low) }〜{ PERCENT($high) }
    }）
site-at-most = 最も多い{ $misses }
site-undecided = 判定できません：{ $reason }。
site-nothing-measured = 推奨できません：この現場に当たるものは何も測定されていません。
site-use = 使用できます：{ $misses }、許容限度は{ PERCENT($limit) }です。
site-promising = 使用できる可能性はありますが、示されてはいません：{ $misses }、許容限度は{ PERCENT($limit) }です。{ JOIN($reasons, with: "。") }。
site-doubtful = 使用できない可能性があります：最も多い{ $misses }、許容限度は{ PERCENT($limit) }です。
site-avoid = 使用できません：最も多い{ $misses }、許容限度は{ PERCENT($limit) }です。
site-already = { $sentence }標準条件そのものでも、何も変えないうちから{ PERCENT($rate) }が見逃されています。
site-partly-measured = 現場の一部が測定されていないため、現場全体については推奨できません。測定された部分では、{ $misses }です。
site-interval-wide = この人数では、見逃しが限度内にとどまることを示せません（人数を増やせば分かります）
site-rate-open = ほかの他人では、求めた{ RATE($asked) }の何倍もの割合が通過しうります
site-strangers-loose = 他人が、求めた{ RATE($asked) }よりも多く通過します
site-no-threshold = しきい値が設定されていません
site-misses-less = { RATE($set) }に対するしきい値では、見逃しが限度を超えます。求めた{ RATE($asked) }では見逃しは少なくなりますが、どれだけ少なくなるかはここでは分かりません
site-misses-more = しきい値は{ RATE($set) }に対して設定されています。求めた{ RATE($asked) }では見逃しは多くなりますが、どれだけ多くなるかはここでは分かりません
site-factor = { $factor }（現場に含まれる測定水準は{ COUNT($levels) }個）：{ $misses }です。
site-breaks = { CAPITAL($factor) }：見逃し率が{ PERCENT($limit) }を横切る水準は{ JOIN($places, with: "；") }です。測定した水準の間では一様に変化するとみなしています。
site-between-levels = 現場の一部は測定水準の間にあります。その部分の根拠は{ LIST($levels) }です：{ $misses }です。
site-how-far = そこからどこまで見逃しが限度内にとどまるかは測定されていません。
site-unmeasured = { $factor }は、{ LIST($places, word: "or") }では測定されていません：そこについては何も述べていません。
site-no-pictures = { LIST($levels) }には、比較できる同一人物の画像がありません。
site-strangers-unknown = 他人がどれだけ通過するかは分かりません。
site-strangers =
    { $rate ->
        [0] { RATE($asked) }に対するしきい値では、一般の他人の組は1組も通過しません。
       *[other] { RATE($asked) }に対するしきい値では、一般の他人は最大で{ PERCENT($rate) }が通過します（{ $level }）。
    }
site-alike =
    { $rate ->
        [0] 同じ服装の他人は1組も通過しません
       *[other] 同じ服装の他人は最大で{ PERCENT($rate) }が通過します（{ $level }）
    }{ $second_cue ->
        [yes] ：人々が同じ服装をしている場所では、別の手がかりなしには使用できません。
       *[no] 。
    }

## ---- 対策 ---------------------------------------------------------------------------------------

remedy-nothing = 対策なし
remedy-flip-average = 水平反転画像との平均
remedy-left-right = 人の向きを片側にそろえる
remedy-mask = 背景除去
remedy-resolution = 両方を低いほうの解像度にそろえる
remedy-denoise = ノイズを平均して除く
remedy-grey-world = 色の平均を灰色にそろえる
remedy-exposure = 明るさの平均をそろえる
remedy-histogram = 明るさを均等に広げる
remedy-deblur = ぼけの復元
remedy-sharpen = 輪郭の強調
remedy-super-resolution = 小さい画像を拡大
remedy-super-resolution-of = { $file }で拡大
remedy-own-unknown = --remedy { $given }はファイルを取る対策ではありません
remedy-own-step = --remedy { $name }=FILE.onnx。ほかの対策はすべて--remediesで試します
remedy-own-twice = --remedyに{ $file }という名前のファイルが2つあります
remedy-own-rename = 結果はファイル名で並べます。どちらかの名前を変えてください。
remedy-recrop = マスクに合わせた切り出し直し
remedy-shifted-crops = ずらした画像との平均
remedy-views-3 = ギャラリー画像3枚
remedy-views-5 = ギャラリー画像5枚
remedy-score-norm = 他人によるスコアの正規化
remedy-together = 以上のすべて
remedy-none-helps = これらの画像で有効であると示された対策はありません。
remedy-recommended =
    { $name }：保持率は{ UNIT($before) }から{ UNIT($after) }（改善 { UNIT($gain) }、{ interval-of-units }）{ $misses }、{ $price }。{ $lost ->
        [yes] 他人に対するマージンの半分を超える部分は失われたままです。
       *[no] { "" }
    }
remedy-misses = 、見逃しは{ PERCENT($before) }から{ PERCENT($after) }
remedy-misses-unknown = 、見逃しは対策なしで{ PERCENT($before) }、対策ありでは不明
remedy-price =
    { $more ->
        [no-value] 1枚あたり0.1 ms未満の追加
       *[other] 1枚あたり{ DECIMAL($more) } msの追加
    }
remedy-price-with-views = { $price }と1人あたり{ COUNT($views) }枚の登録画像
remedy-few-views = 1人あたりの追加のギャラリー画像は{ COUNT($pictures) }枚で、{ COUNT($needed) }枚必要です
remedy-without-masks = マスクのない画像があります
remedy-without-opencv = OpenCVがインストールされていません：pip install 'probe-reid[video]'
remedy-few-strangers = 正規化に使える他人が{ COUNT($fewest) }人未満です
remedy-small-cohort = スコアの正規化に使った他人は{ COUNT($people) }人だけです：スコアのばらつきはほとんど分かりません
remedy-misses-not-known = 見逃しは不明：{ $reason }
remedy-needs-vectors = 組を採点するモデルで、平均や正規化に使う特徴ベクトルがありません
remedy-nothing-compared = 標準条件と比較できる条件がありませんでした

## ---- 注記：数値がない理由、留意点 ---------------------------------------------------------------

note-few-subjects = 被撮影者が少数です（{ COUNT($subjects) }人）。{ note-rare-kinds }
note-subjects = 被撮影者は{ COUNT($subjects) }人です。{ note-rare-kinds }
note-rare-kinds = { PERCENT($rare) }より少ない種類の人は含まれていない可能性があります
note-no-subject = この数値に必要な画像を持つ被撮影者がいません
note-one-subject = 被撮影者が1人です：ほかの人々については何も言えません
note-too-few-subjects = 被撮影者は{ COUNT($subjects) }人です：人についての信頼区間には少なくとも{ COUNT($fewest) }人が必要です
note-misses-open =
    { $rate ->
        [0] 同一人物の組の見逃しがありません：cの一方の端が定まりません
       *[other] 同一人物の組がすべて見逃されました：cの一方の端が定まりません
    }
note-matches-open =
    { $rate ->
        [0] 通過した他人の組がありません：cの一方の端が定まりません
       *[other] 他人の組がすべて通過しました：cの一方の端が定まりません
    }
note-bias-of-one-person = cは1人の人物に依存しています：その人物を除くと比較できるものが残りません
note-this-person-only = この人物の新しい画像だけについての値で、ほかの人々については何も示しません
note-too-few-pictures = 画像は{ COUNT($pictures) }枚です：新しい画像についての信頼区間には少なくとも{ COUNT($fewest) }枚が必要です
note-one-by-definition = 標準条件なので、定義により1です
note-zero-by-definition = 標準条件なので、定義により0です
note-rests-on-one-person = この数値は1人の人物に依存しています：その人物を除くと比較できるものが残りません
note-scores-do-not-vary = モデルのスコアにばらつきがないため、d′は有限の値になりません
note-no-overlap = 差を生む人物がいません：どちらのモデルも全員を同じように見分けます
note-no-subject-with-strangers = この数値に必要なすべての条件で、本人どうしと他人とのスコアをともに持つ被撮影者がいません
note-margin-not-clear = 標準条件の本人どうしのスコアと他人とのスコアが、はっきり分かれていません
note-empty-condition = 必要な条件の1つに、だれの数値もありません
note-thin-condition = 必要な条件の1つで人数が少なすぎます（{ $reason }）
note-conditions-apart = 複数の条件を持つ人物がいないため、条件どうしが結び付きません
note-no-margin = 標準条件の他人に対するマージンが0を超えません
note-not-fitted = 混合モデルを当てはめられませんでした（{ $error }）
note-not-converged = 混合モデルが収束しませんでした
note-shortage-of-people = { RATE($fmr) }には、ここと同じように撮影された人が少なくとも{ COUNT($needed) }人必要ですが、{ COUNT($people) }人です
note-shortage = { RATE($fmr) }には、画像を{ COUNT($pictures) }枚ずつ持つ人が少なくとも{ COUNT($needed) }人必要ですが、{ COUNT($people) }人です
note-condition-without-figure = だれの数値もない条件があります
note-too-few-figures = 数値が少なすぎて、人物の違いと条件の違いを分けられません
note-all-alike = すべての数値が同じです
note-nobody-in-all = すべての条件の画像を持つ人物がいません
note-no-threshold = しきい値がありません
note-no-strangers = 比較できる他人がいません
note-no-retention = 他人、または標準条件での組がありません
note-one-picture-each = この条件では1人1枚です：比較できる組がありません
note-nobody-in-both = 両方の条件の画像を持つ人物がいません
note-no-known-interval = 信頼区間なし：被覆率の分かっている区間がありません
note-no-strangers-to-set-on = しきい値の設定に使える他人がいません
note-nothing-moves = 人物も背景も類似度を変えません
note-one-person-across = 人物が1人で、同じカメラ、日、セッション、写真の画像どうしは比較していません
note-undefined-without-one = それがないため定義されません
note-no-remedies = { $protocol }では{ $model }の対策は試していません：{ $reason }
note-remedies-not-meant = { $protocol }では対策は試していません：その変化はスコアを下げるべきもので（expectation: sensitive）、対策は下げるべきでない変化のためのものです
note-no-effect = ここでは{ $option }は効果がありません：{ $reason }
note-no-effect-pictures = この実行は画像を保存しません
note-no-effect-numpy = { JOIN($models, with: "、") }はNumPyによりプロセッサで計算します
note-rate-twice = 同じ誤合致率が複数回指定されました。1回だけ数えます
note-same-model-twice = { $model }が複数回指定されました：2回目は{ $name }と呼び、その数値は1回目のものです
note-same-weights-twice = { $model }と{ $name }は同じ設定の同じ重みです：2つの別のモデルではなく、すべての数値が等しくなります
note-no-evidence = { $model }の着目マップはありません：{ $reason }
note-failed = 失敗：{ $error }
note-mask-left-out = マスク{ $name }は使いません：{ $reason }
note-ignored-pictures =
    フォルダーの画像ファイル{ COUNT($count) }個はプロトコルに含まれません：{ $first }{ $more ->
        [0] { "" }
       *[other] 、ほか{ COUNT($more) }個
    }
note-closed-folders =
    写真のフォルダー{ COUNT($count) }個は調べられませんでした：{ $first }（{ $reason }）{ $more ->
        [0] { "" }
       *[other] 、ほか{ COUNT($more) }個
    }
note-rows-unknown = { $table }の{ COUNT($rows) }行のうち{ COUNT($unknown) }行は、フォルダーにない画像を指しています。最初は{ $first }です
note-boxes-unnamed = 写真と同じフォルダーに{ $table }がありますが、使われていません。プロトコルの`photos:`の下に`boxes: { $table }`と書くと、各画像を矩形で切り出します
note-pictures-without-row = 画像{ COUNT($pictures) }枚のうち{ COUNT($count) }枚は{ $table }に行がありません。最初は{ $first }です
note-boxes-cut-off =
    矩形{ COUNT($pictures) }個のうち{ COUNT($count) }個は画像から大きくはみ出しているため、切り詰めました。最初は{ $first }の矩形です{ $mostly ->
        [yes] 。値は左上隅のxとy、幅、高さですか。2つの隅の座標は、列x1、y1、x2、y2に書きます
       *[no] { "" }
    }
note-crops-small = 画像{ COUNT($pictures) }枚のうち{ COUNT($count) }枚は{ PLAIN($height) } x { PLAIN($width) }画素（高さ x 幅）より小さく、人物が写っているとは言えません。最初は{ $first }です
note-odd-shapes = 画像{ COUNT($pictures) }枚のうち{ COUNT($count) }枚は、形や大きさがほかの画像と異なります：{ $first }は{ PLAIN($height) } x { PLAIN($width) }画素（高さ x 幅）、通常は{ PLAIN($usual_height) } x { PLAIN($usual_width) }画素です。フレーム全体の画像ですか。人物に切り出すか、矩形を指定してください（photos: boxes）
note-nearly-same = 画像{ COUNT($count) }枚は、{ $first }と{ $second }のように、ほかの画像とほぼ同じです：その組はモデルについて何も示しません
note-nearly-same-two-people = 画像{ COUNT($count) }枚は、{ $first }と{ $second }のように、別の人物の画像とほぼ同じです：他人どうしとしては、誤合致のように見えます
note-near-strangers = 2人の人物の画像の{ COUNT($count) }組は、{ $first }（{ $first_person }）と{ $second }（{ $second_person }）のように、どのモデルでもほぼ同じ画像です（コサイン類似度{ UNIT($cosine, places: 3) }以上）：他人どうしとしては、誤合致のように見えます
data-same-pictures = クエリーの画像{ COUNT($count) }枚は、{ $first }と{ $second }のように、画素で見るとギャラリーにも含まれています：そこで見つかるのは人物ではなく画像です
data-same-trained-tested = テスト用の画像{ COUNT($count) }枚は、{ $second }（{ $first }）のように、学習用にもバイト単位で同じものがあります：そこで学習したモデルは、それらを見たことがあります
data-same-pixels-trained-tested = テスト用の画像{ COUNT($count) }枚は、{ $second }（{ $first }）のように、学習用にも画素で見て同じものがあります：そこで学習したモデルは、それらを見たことがあります
data-trained-part-sampled = 学習用の画像{ COUNT($count) }枚のうち、均等に選んだ{ COUNT($looked) }枚をテスト用と比べました：それ以外に含まれる複製は数えていません
data-same-two-people = 画像{ COUNT($count) }枚は、{ $first }と{ $second }のように、画素で見ると2人の人物に属しています
note-masks-inverted = { $name }のマスク{ COUNT($masks) }枚のうち{ COUNT($count) }枚は、画像の縁を覆い、中央を覆っていません：反転していませんか。白が人物です
note-transform-leaves =
    { $protocol }：{ LIST($levels) }{ $more ->
        [0] { "" }
       *[other] ほか{ COUNT($more) }水準
    }では、{ COUNT($pictures) }枚のうち{ COUNT($count) }枚が元のままです。変換の効果に対して画像が小さすぎるため、その影響はこれらの画像からは分かりません
note-transformed = { $protocol }：条件の画像は、同じ写真または場面から{ LIST($transforms) }によって作られています。同じ1枚から作られた2枚は比較しません
note-repeats-vary = 同じ条件の繰り返し画像は{ LIST($fields) }が異なります：1つの条件内の同じ人物の2枚は必ずこれが異なり、2つの条件の間の2枚や他人の画像では一部だけが異なります。このため対角の値が低くなることがあり、{ LIST($fields) }が必ず異なる他人で設定したしきい値を使う場合よりも、対角での見逃しが多くなります
note-not-as-trained =
    カードではfit: { $card }ですが、{ $by ->
        [option] --fitの指定により{ $used }を使います。見逃しが大きく変わることがあります：--fit cardでもう一方を試せます
        [run] 指定された実行に合わせて{ $used }を使います
        [scene] レンダリングした人物での慣例により{ $used }を使います。見逃しが大きく変わることがあります：プロトコルのfit: cardでもう一方を試せます
       *[protocol] プロトコルの指定により{ $used }を使います。見逃しが大きく変わることがあります：プロトコルのfit: cardでもう一方を試せます
    }
note-card-beside = 重み{ $file }の隣にある{ $card }は、使われているカードと{ LIST($keys) }が異なります：--backbone FOLDER/{ $card }で、学習したときの設定のまま実行します
note-fit-of-card = { $model } { $fit }
note-fit-of-cards = プロトコルにfitの指定がありません：写真は各モデルのカードに従って渡されます（{ JOIN($models, with: "、") }）。fitによって見逃しが大きく変わることがあります：プロトコルのfit: letterboxまたはstretchで、すべてのモデルについてもう一方を試せます。
# 以前の版による実行のためのもの。
note-other-fit = カードではfit: { $card }ですが、プロトコルまたは--fitの指定により{ $protocol }を使います
note-failed-model = { $model }は完了できず、数値がありません：{ $reason }
note-not-cached = 計算結果は次の実行に持ち越されません：{ $reason }
key-no-source = モジュール{ $module }のソースファイルがありません
key-source-unreadable = ソース{ $file }を読み込めません（{ $detail }）
key-source-changed = { $module }のソースが、読み込み後に変更されています
key-state-unknown = { $what }の状態は、ソースと単純な値だけでは決まりません
key-file-unreadable = { $file }を読み込めません（{ $detail }）
key-needs-onnx = { $file }が参照するファイルを知るには、パッケージonnxが必要です
key-no-onnx = { $file }は読み込めるONNXファイルではありません
key-maker-unknown = 何によって作られたか分かりません
key-weights-shuffled = 重みがシャッフルされています
note-score-scale = スコアの名前は{ $name }で、{ SIGNIFICANT($low, digits: 4) }から{ SIGNIFICANT($high, digits: 4) }までの尺度上にあります。コサイン類似度ではなく、曲線と色はこの尺度で描きます
note-of-member = { $model }：{ $note }
note-smaller-members = { JOIN($models, with: "、") }：画像は{ $size }からもう一度縮小されます
note-fallback-engine = PyTorchで直接実行するため、より遅くなります：{ $reason }
note-bfloat16-engine = bfloat16はPyTorchで直接実行します。OpenVINOのほうが速く（pip install 'probe-reid[openvino]'）、小さなネットワークではfloat32でも速くなります
note-bfloat16-slow = このプロセッサにはbfloat16の命令がありません：float32のほうが速くなります
note-bfloat16-changes = bfloat16では、float32に対し、画像{ COUNT($pictures) }枚の間のコサイン類似度が最大{ SCIENTIFIC($largest) }、平均{ SCIENTIFIC($mean) }変わります
note-bfloat16-made-pictures = bfloat16では、合成した3枚の画像のコサイン類似度が最大{ SCIENTIFIC($largest) }変わります
note-gpu-memory = GPUの空きメモリが足りません：一度に計算する画像を減らします（{ PLAIN($pictures) }枚）
note-weights-loaded =
    { $file }{ $family ->
        [no-value] ：{ COUNT($loaded) }個のテンソルを読み込み
       *[other] は{ $family }と認識されました。{ COUNT($loaded) }個のテンソルを読み込み
    }、{ COUNT($dropped) }個を除外しました

note-occlusion = 画像の一部を覆って測定したもので、合計は類似度と一致するとは限りません
note-not-exact = 厳密ではありません：合計と類似度の差は最大{ SCIENTIFIC($worst) }です
note-held-factors = その画像での値に固定：{ JOIN($factors, with: "、") }
note-class-token = 最後のブロックの前にクラストークンがすでに持っていた値は定数です

## ---- 理由：画像やマスクを使えない理由 -----------------------------------------------------------

reason-same-picture = { $picture }と同じ画像です
reason-no-ending = 拡張子のない画像です：実際の形式に応じて.jpgまたは.pngを付けてください
reason-other-format = { $ending }は読み込めない画像形式です：.jpgまたは.pngで保存してください
reason-heic = { $ending }はデコーダーがインストールされていれば読み込めます：{ $install }。または.jpgか.pngで保存してください
reason-link-leads-out = フォルダーの外へのリンクです
reason-link-broken = 存在しないファイルへのリンクです
reason-link-to-folder = フォルダーへのリンクです。リンク先はたどりません
reason-changed = この実行が最初に読み込んだ後で、ファイルが変更されています
reason-one-colour = 画像が1色です：だれも写っていません
reason-same-picture-of = { $person }の{ $picture }と同じ画像です
reason-no-box = { $table }に矩形がありません
reason-not-readable = 読み込める画像ではありません（{ $detail }）
reason-no-format = { $formats }のいずれの形式の画像でもありません
reason-cannot-be-read = 読み込めません（{ $detail }）
reason-empty-file = ファイルが空です
reason-too-many-pixels = { COUNT($most) }画素を超えています
reason-size-too-large = { PLAIN($height) } x { PLAIN($width) }画素です。読み込めるのは{ COUNT($most) }画素までです
reason-no-area = { PLAIN($height) } x { PLAIN($width) }画素：面積がありません
reason-pixels-outside = 0..65535の外の整数画素値があります。8または16ビットで保存してください
reason-floating-point = 浮動小数点の画素値には共通の範囲がありません。8ビットで保存してください
reason-box-outside = 矩形 x={ PLAIN($x) } y={ PLAIN($y) } width={ PLAIN($width) } height={ PLAIN($height) } は、{ PLAIN($picture_width) } x { PLAIN($picture_height) }の画像の中に面積がありません
reason-mask = マスク{ $variant }：{ $reason }
reason-not-masked = マスクされていません
reason-mask-size = マスク（{ $name }）は{ $mask }画素、画像は{ $picture }画素です
reason-mask-empty = マスクが空です：人物が見つかりませんでした
reason-mask-tiny = マスクが極端に小さく、画像の{ SHARE($share, places: 2) }です
reason-mask-whole = マスクが画像全体を覆っています（{ SHARE($share) }）
reason-no-mask-file = { $name }という名前のマスクファイルがありません
reason-mask-not-readable = 読み込めるマスクではありません（{ $detail }）
reason-mask-not-rendered = 正確なマスクがあるのは、レンダリングした画像だけです
reason-mask-one-colour = 画像が1色です：切り出す人物がいません
reason-mask-nobody = { $masker }では人物が見つかりませんでした
reason-mask-off-middle = { $masker }のマスクに、画像の中央を含むものがありません

## ---- 拒否：パスの先にあるもの、共通の対処 -------------------------------------------------------

step-force = --forceで上書きします
step-finish-run = 最後まで実行してください：probe run ... --resume
step-copy-or-anew = 実行の複製からファイルを戻すか、評価をやり直してください
path-folder-not-there = フォルダー { $folder } もありません
path-bring-here =
    ストアから読めるのは、写真、データセット、マスク、切り抜きのフォルダだけです。先にこのマシンへコピーし
    （`aws s3 cp`、`gcloud storage cp`）、その場所を指定してください
path-not-into-store = ストアには書き込みません
path-not-into-store-step =
    このマシンのフォルダを指定し、書き込みが終わってからコピーしてください（`aws s3 cp --recursive`、
    `gcloud storage cp -r`）
path-looked-for = 探した場所：{ $folder }
path-name-a-file = ファイルを指定してください
path-holds-none = { $ending }ファイルはそこにありません
path-holds =
    そこにあるのは{ JOIN($files, with: "、") }{ $more ->
        [0] { "" }
       *[other] 、ほか{ COUNT($more) }個
    }です：1つを指定してください
path-no-folder = フォルダーがありません
path-no-file = ファイルがありません
path-is-file = これはファイルです。フォルダーが必要です
path-is-folder = これはフォルダーです。ファイルが必要です
path-name-needed = これはフォルダーです。ファイル名が必要です
path-not-writable = このフォルダーには書き込めません
path-is-there = このファイルはすでにあります
path-not-ours = このファイルはすでにあり、probeが書いたものではありません
path-held = 別のプロセスがこのフォルダーで作業中です
path-held-step = 終わるまで待つか、--outで別のフォルダーを指定してください
path-leads-out = { $given } はフォルダー { $folder } の外を指しています
path-leads-out-step = ファイルに書かれたパスは、そのフォルダーより下のものを指します：ファイルをそこへ移すか、複製してください
plug-in-no-file = { $name } にファイルは指定できません
plug-in-needs =
    { $name } には{ $what ->
        [card] カード
        [checkpoint] 重みファイル
        [file] ファイル
        [folder] フォルダー
       *[other] { $what }
    }が必要です
plug-in-not-there =
    { $what ->
        [card] カード
        [checkpoint] 重みファイル
        [file] ファイル
        [folder] フォルダー
       *[other] { $what }
    }がありません
plug-in-noun =
    { $kind ->
        [backbone] バックボーン
        [data-set] データセット
        [detector] 検出器
        [exporter] エクスポーター
        [masker] マスカー
        [remedy] 対策
        [transform] 変換
       *[other] { $noun }
    }
plug-in-unknown = { $name } という{ $noun }はありません
plug-in-twice = { $name } という名前の{ $noun }が2つあります：{ $first }と{ $second }
plug-in-twice-step = 2つのパッケージの一方を削除するか、そのエントリーポイントの名前を変えてください。
plug-in-not-imported = インポートできません（{ $fault }：{ $said }）
plug-in-not-imported-step = package.module:attributeの形で書いてください。インストール済みのものと現在のフォルダーの中を探します
plug-in-other-type = { $attribute } の型は{ $type }ですが、{ $noun }は{ $kind }でなければなりません
plug-in-other-type-step = package.module:attributeの形で書いてください。attributeは{ $kind }です

## ---- 拒否：YAML ---------------------------------------------------------------------------------

yaml-right-file = 正しいファイルですか？
yaml-unreadable = YAMLとして読めません：{ $fault }
yaml-too-deep = リストとマッピングの入れ子が深すぎます
yaml-no-character =
    テキストにはない文字が含まれています{ $at ->
        [no-value] { "" }
       *[other] （{ PLAIN($at) }文字目）
    }
yaml-empty = ファイルが空です
yaml-too-large = { COUNT($bytes) }バイトを超えています。プロトコル、カード、レシピはこれほど大きくなりません
yaml-is-folder = これはフォルダーで、YAMLファイルではありません
yaml-not-utf8 = UTF-8のテキストではありません（{ PLAIN($byte) }バイト目）
yaml-save-utf8 = ファイルをUTF-8で保存してください
yaml-may-you-read = ファイルの読み取り権限を確認してください
yaml-tag = { $tag } は単純なデータではありません
yaml-plain-data = 単純なテキスト、数値、リスト、マッピングを使ってください
yaml-key-twice = キー { $key } が2回書かれています（1回目は{ PLAIN($line) }行目）
yaml-keep-one-key = 一方だけを残してください。黙って2つ目が1つ目を置き換えることになります
yaml-half-character = テキストに半分だけの文字（サロゲート）があります
yaml-half-character-step = 文字そのものをUTF-8で書いてください
yaml-large-number =
    { $number }{ $length ->
        [no-value] { "" }
       *[other] ...（{ PLAIN($length) }文字）
    } は数値として大きすぎます
yaml-no-number = { $text } は数値ではありません
yaml-quote-text = テキストなら引用符で囲んでください
yaml-key-no-word = キーは単純な語です。ここではリストかマッピングがキーになっています
yaml-quote-bracket = { $square } または { $curly } で始まるテキストは引用符で囲んでください
yaml-indent = 同じまとまりの行は、同じ桁から始めてください
yaml-quote-special = : や # を含むテキストや、特別な文字で始まるテキストは "..." で囲んでください
yaml-no-list-end = リスト [...] が閉じていないか、コンマが足りません
yaml-no-mapping-end = マッピング { $example } が閉じていないか、コンマが足りません
yaml-close-with = { $bracket } で閉じてください
yaml-ends-early = 値があるべきところでファイルが終わっています
yaml-close-opened = { $square } または { $curly } で開いたものを閉じてください
yaml-list-item = KEY: VALUEがあるべきところにリストの項目があります
yaml-not-of =
    この行は上の{ $kind ->
        [mapping] マッピング
       *[list] リスト
    }に属していません
yaml-colon = キーを置けないところに ':' があります
yaml-no-colon = キーの後に ':' がありません
yaml-write-key = KEY: VALUEの形で書いてください
yaml-tab = タブがあります
yaml-spaces = 字下げには空白を使ってください：YAMLではタブを使えません
yaml-beginning = テキストを { $found } で始めることはできません
yaml-no-quote = 引用符で囲んだテキストが閉じていません
yaml-close-quote = 始まりと同じ引用符（' または "）で閉じてください
yaml-backslash = { $found } の前にバックスラッシュがあります
yaml-single-quotes = '...' で囲んでください
yaml-no-value = { $found } の前に値がありません
yaml-documents = --- で区切られた文書が2つ以上あります
yaml-keep-one = 1つだけを残してください
yaml-anchor = & または * がアンカーかエイリアスの始まりになっています
yaml-alias = エイリアスは使えません
yaml-write-out = 必要な箇所ごとに値を書いてください
yaml-tag-sign = ! または % がタグかディレクティブの始まりになっています。どちらも使えません

## ---- 拒否：ファイル中の合わない値 ---------------------------------------------------------------

misfit-value = { $name }が{ $shown }になっています：{ $needed }が必要です
misfit-file = ファイル
misfit-number = 数値
misfit-whole-number = 整数
misfit-smaller-number = もっと小さい数値
misfit-text = テキスト
misfit-truth = trueまたはfalse
misfit-list = リスト
misfit-mapping = マッピング（KEY: VALUE）
misfit-null = null
misfit-above = { $gt }より大きい数値
misfit-at-least = { $ge }以上の数値
misfit-below = { $lt }より小さい数値
misfit-at-most = { $le }以下の数値
misfit-multiple = { $multiple_of }の倍数
misfit-one-of = { LIST($values, word: "or") }
misfit-pattern = { $pattern } に当てはまるテキスト
misfit-longer = { $min_length }文字以上のテキスト
misfit-shorter = { $max_length }文字以下のテキスト
misfit-shown-mapping = マッピング
misfit-shown-list = リスト { $list }
misfit-entry-missing = { $name }：リストの{ PLAIN($number) }番目の値がありません
misfit-key-missing = キー { $key } がありません
misfit-key-unknown = キー { $key } はここでは使えません
misfit-of = { $name }：{ $fault }
misfit-too-few =
    { PLAIN($least) }個以上の値が必要です{ $given ->
        [no-value] { "" }
       *[other] （あるのは{ PLAIN($given) }個）
    }
misfit-too-many =
    値は{ PLAIN($most) }個までです{ $given ->
        [no-value] { "" }
       *[other] （あるのは{ PLAIN($given) }個）
    }

## ---- 拒否：オプション ---------------------------------------------------------------------------

option-is = { $option } の説明：{ $help }
option-is-share = { $option } の説明：{ $help }；割合で指定します：1%は0.01と書きます
option-empty-list = { $option } が空のリストです
option-too-small = { $given }：{ $least }以上が必要です
option-not-between = { $given } は{ $low }と{ $high }の間にありません
option-not-within = { $given } は{ $low }から{ $high }までの値ではありません
option-empty-text = { $option } に空のテキストが指定されています
option-none-of = { $option } { $value } は{ JOIN($values, with: "、") }のどれでもありません
option-no-device = --device { $name }：このようなデバイスはありません
option-devices = デバイス：{ JOIN($devices, with: "、") }
option-no-share = { $text } は割合ではありません：1%は0.01または1%と書きます
option-no-rate = { $text } は誤合致率ではありません：1%は0.01または1%、複数なら0.01,0.001と書きます
option-no-number =
    { $text } は{ $whole ->
        [yes] 整数
       *[no] 数値
    }ではありません
option-given-empty = 空のテキストが指定されています

## ---- ヘルプ：コマンド、オプション、その見出し ---------------------------------------------------

help-no-report = 実行を保存するだけで、レポートは作らない
help-json = 結果をJSONで出力する
help-language = 表示し、人のために書き込むものすべての言語：{ JOIN($languages, with: "、") }（既定は{ $variable }、次にロケールの言語、次にen）。題名と水準は、プロトコルにその言語のものがあれば従う
help-default = { $text }（既定は{ $value }）
help-usage = 使い方:
help-positionals = 引数
help-options = オプション
help-commands = コマンド
help-help = このヘルプを表示して終了する
help-version = バージョンを表示して終了する
help-described = { $summary }
help-program = 距離、向き、服装、背景、カメラ高度が変わっても、どの再識別モデルが同一人物を見分けられるかを調べます。
help-start = 最初の一歩：probe run protocols/orientation.yaml
help-command-run = 条件どうしを比べる：プロトコルと画像からレポートを作る
help-command-init = 写真のフォルダーを調べ、プロトコルを提案する
help-command-validate = プロトコルと、写真のフォルダーがそれに合うことを確認する
help-command-images = プロトコルの画像：枚数と一覧のシート
help-command-doctor = 重みファイルが見かけどおりのもので、学習時のとおりに設定されているかを調べる
help-command-backbones = 比較できるモデルと、重みの入手先
help-command-compare = 同じ画像による2つの実行、または1つの実行のモデルどうしを、対応づけて比べる
help-command-advise = 実行のどのモデルが現場で使用できるか
help-command-verify = 実行のすべての数値を、ベクトルから計算し直す
help-command-evaluate = 再識別データセットでの、モデルの検索性能
help-command-train = レシピに従ってモデルを学習させる
help-command-generate = 学習済みのFD-GANで人物を別の姿勢に描く
help-command-crop = 動画やフレームから、軌跡とマスク付きで人物を切り出す
help-command-match = 1台のカメラに写った人物を、ほかのカメラで探す：動画からページを作る
help-command-scenes = 人物のデータセットを、マスクとキーポイント付きでレンダリングする
help-command-plan = プロトコルに必要な人数と画像の枚数、撮影シート
help-command-report = 完了した実行のレポートを作り直す
help-command-export = 完了した実行を、MLflowやWeights & Biasesのオブジェクトとして渡す
help-command-cache = キャッシュを調べる、または空にする
help-train-recipe = レシピまたはマトリックスのファイル、または同梱のレシピの名前。指定しなければ、同梱のレシピの一覧を表示
help-train-data = 学習に使う画像。複数をまとめて指定できる：market1501=DIR、table=FILE.csvなど
help-train-target = 適応先のドメインの画像。だれが写っているかは参照しない
help-train-styled = ターゲットの画像から作ったスタイル画像セット（`probe generate`）。ターゲットが複数なら、その順に指定
help-train-evaluate = マトリックス用：このデータセットでの各行の検索性能を、`probe evaluate`と同じく求める
help-train-out = 学習のフォルダー（既定はtrainings/NAME）
help-train-resume = --outにあるものの続きから行う
help-train-set = レシピの値を変える。例：objective.m2=0.25
help-device = { JOIN($devices, with: "、") }
help-train-workers = 復号と拡張を行うプロセスの数
help-train-threads = ネットワークが使うCPUスレッドの数。0ならtorchに任せる
help-run-folder = 実行のフォルダー
help-advise-site = カメラに写るものの範囲："distance=3..10 camera_height=2.3m orientation=any fmr=0.01 fnmr=0.1"。fmrは通過してよい他人の割合、fnmrは許容できる見逃しの割合（指定しなければ0.1）
help-advise-variant = 実行にあるマスクの種類
help-advise-require = （--modelの）すべてのモデルがそこで使用できるのでなければ、終了コード1で終わる。`promising`なら、少なくとも使用できる可能性があればよい：スクリプトでの合否判定用
help-advise-model = 判定の対象とするモデル（既定は実行にあるすべて。複数なら繰り返す）
help-backbones-name = カードを表示するバックボーン1つ
help-backbones-fetch = その重みをダウンロードし、確認する
help-cache-empty = 保存したものを削除する。取得した重みと、手元のファイルは残る
help-compare-run = 実行のフォルダー1つ、または2つ
help-compare-out = 2つの実行を並べて示すページ（.html）
help-compare-force = probeが書いたのではないファイルも置き換える
help-crop-frames = 動画、または名前の順に並ぶフレームのフォルダー
help-crop-out = 切り出し画像と表のフォルダー。途中までのものは続きから行う
help-crop-detector = 人物を検出するもの：boxes=FILE.csv、scene（レンダリングしたフレームでの正解）、yolact=CHECKPOINT、ssd=CHECKPOINT、onnx=CARD.yaml
help-doctor-weights = チェックポイント、カードファイル、onnx:FILE、timm:NAME、またはmodule:spec（既定はなし：インストールされているパッケージを確認する）
help-doctor-backbone = どのように実行するか（既定はテンソルの名前から判別）
help-doctor-photos = 複数の人物の画像（既定はレンダリングした人物）
help-export-to = 渡す先のツール：fiftyone、mlflow、wandbのいずれか、またはパッケージが登録したもの。ツールの既定の場所でなければ、`=`の後に場所を書く
help-generate-drawers = 学習のフォルダー、FOLDER@STAGE、または公式のファイル：FD-GANのENCODER+GENERATOR、StarGANの生成器
help-generate-data = 画像。姿勢を描くにはキーポイント付きのもの。table=FILE.csvも可
help-generate-run = データの代わりに、完了した実行：その人物を各条件の向きに変えて、または各カメラのスタイルで描き、実行に保存してレポートに示す
help-generate-photos = その実行の写真。keypoints/NAME.jsonをその中に置く
help-generate-people = 描く人数。スタイルの場合はシートに示す人数
help-generate-layout = キーポイントの形式
help-generate-statistics = スタイル用：正規化に使う統計量。画像ごとの値（公式コード）、または学習で平均した値
help-generate-part = スタイル用：データセットのうち描く部分
help-generate-other-cameras = スタイル用：画像自身のカメラのスタイルを除く（公式コードはすべて）
help-generate-judge = バックボーン：描いたものと、正解の画像または元の画像とのコサイン類似度を求める
help-generate-judged = スタイル用：--judgeで調べる元の画像の数
help-generate-seed = 人物の選択とノイズの乱数シード
help-generate-out = シート、数値、スタイル画像セットを置くフォルダー
help-generate-resume = スタイル用：--outにあるスタイル画像セットの続きから行う
help-images-out = 画像一覧のシート（既定はNAME-images.png）
help-force = 既にあるファイルを置き換える
help-init-photos = 写真のフォルダー
help-init-out = 書き込み先（既定はこの場所のFOLDER-NAME.yaml）
help-init-choose = 名前の読み方が複数ありうるとき、どれを使うか
help-init-words = 変化させるものを表す自分の言葉：要因、水準、言葉（YAML）
help-plan-protocol = プロトコルのファイル、または同梱のものの名前
help-plan-fmr = 扱えるようにしたい誤合致率
help-plan-width = FNMRの95%信頼区間の幅
help-plan-takes = 1人1条件あたりの画像の枚数（既定はプロトコルのとおり）
help-plan-fnmr = 見込まれる誤非合致率
help-plan-correlation = 同じ人物の失敗どうしの相関：0なら画像ごとに独立、1なら全部か皆無
help-plan-subjects = 撮影シートに載せる人数（既定は計画のとおり）
help-plan-sheet = 撮影シートを作る
help-report-out = .html、.pdf、.jsonのいずれかのファイル、またはフォルダー（既定は実行のフォルダー）
help-site = 現場への助言を加える："distance=3..10 camera_height=2.3m orientation=any"
help-report-tables = 表も書き出す：セルはCSV、見逃し・類似度・保持率はLaTeX
help-report-force = 別の種類のファイルも置き換える。レポートは指定しなくても置き換わる
help-scenes-out = 書き込み先のフォルダー。既にあるものは残す
help-scenes-people = 人数
help-scenes-cameras = カメラの台数
help-scenes-layout = Market-1501のフォルダーとファイル名、またはカメラごとの軌跡（軌跡1本にID1つ）
help-scenes-domain = 照明とセンサーの種類
help-scenes-video = 短い歩行の連続画像を作る
help-scenes-same-outfit = 全員を同じ服装にする
help-scenes-seed = 値を変えると別のデータセットになる
help-scenes-first-identity = 最初の人物の番号
help-scenes-any-size = 通常より多くの画像でもレンダリングする
help-validate-protocol = プロトコルのファイル、同梱のものの名前、またはフォルダー
help-validate-photos = この写真も読み込んで確認する
help-validate-verbose = 使用できない写真と、パターンに合わない写真をすべて名前で示す
help-verify-independent = 本体の処理と何も共有しないコードで、総当たりに計算し、何が何桁まで一致するかを示す（時間がかかる：8人の評価で1分）
help-frames-every = Nフレームごとに1フレームを調べる
help-frames-fps = フレームのフォルダーの毎秒フレーム数。時刻を求めるのに使う。動画では動画自身の値を使う
help-frames-least-score = スコアがこれより低い人物を除く
help-frames-least-height = これより低い切り出し画像は書き込まない
help-frames-least-width = これより幅の狭い切り出し画像は書き込まない
help-frames-least-sharpness = ぼけた切り出し画像は書き込まない：0..255の画素値のラプラシアンの分散。0なら制限なし
help-match-cameras = 2台以上のカメラ：動画、フレームのフォルダー、またはprobe cropが書いたフォルダー
help-match-out = 切り出し画像、matches.json、matches.htmlのフォルダー。途中までのものは続きから行う
help-match-backbone = 人物を比べるモデル。指定の仕方は`probe run`と同じ
help-match-detector = 人物を検出するもの。指定の仕方は`probe crop`と同じ。すべて切り出し済みなら不要
help-match-mask = 背景を塗りつぶす：{ $detector }（検出器自身のマスク）、または`probe run`と同じ指定
help-match-run = 同じモデルの実行。そのしきい値で、スコアの意味が分かる
help-match-fit = 切り出し画像を入力サイズに合わせる方法（既定は、実行を指定すればその実行のとおり、なければ各モデルの学習時のとおり）
help-match-pictures = 1件の歩行から等間隔に選び、比較に使う切り出し画像の数
help-match-ranks = クエリーごとに残す歩行の件数
help-engine = ネットワークを実行するエンジン。autoなら、torchと結果が一致する中で最も速いもの
help-precision = float32、またはbfloat16（生じる変化を測定して示す）
help-bf16 = bfloat16で計算し、生じる変化を測定して示す
help-threads = 1つのネットワークが使うCPUスレッドの数。0なら計算機に任せる
help-workers = 復号、レンダリング、拡張を行うスレッドとプロセスの数
help-cache = キャッシュのフォルダー（既定はOSの標準の場所）
help-evaluate-data = データセット：market1501=DIR、msmt17=DIR、scenes=DIRなど
help-evaluate-backbone = 評価するもの。指定の仕方は`probe run`と同じ
help-evaluate-rule = 評価規則の名前
help-evaluate-distance = ベクトルの比べ方：cosine、またはそのままのベクトルのユークリッド距離（torchreidの既定）。両者の数値は比較できない
help-evaluate-first-stage = バックボーン。組のスコアを求めるモデルは、これによる最も近いギャラリー画像100枚だけを並べ替える。両段階の数値を示す
help-evaluate-fit = 画像を入力サイズに合わせる方法。cardなら、モデルの学習時のとおり
help-evaluate-flip = 水平反転画像のベクトルを加える
help-evaluate-rerank = k-reciprocal再ランキングによる数値も求める
help-evaluate-seed = ギャラリーの標本抽出の乱数シード（cuhk03の規則）
help-run-protocol = プロトコルのファイル、同梱のものの名前、またはプロトコルのフォルダー（複数可）
help-run-backbone = 比較するもの：NAME、NAME=WEIGHTS、timm:NAME、onnx:FILE、CARD.yaml。a+bは2つを1つとして扱う。指定しなければデモ用モデル
help-run-mask = それぞれのマスクで背景を塗りつぶし、もう一度評価する：scene（レンダリングした人物での正解）、grabcut、files=DIR、sam=CHECKPOINT、yolact=CHECKPOINT
help-run-attention = モデルの着目領域を示す（時間がかかる）
help-run-remedies = 最も影響の大きい変化への対策を試す（反転、マスク、複数画像など）
help-run-remedy = --remediesに、手元のネットワークによる対策を加える：super-resolution=FILE.onnxは小さな画像を拡大する
help-photos = 写真のフォルダー。指定しなければ、人物をレンダリングする
help-run-subjects = レンダリングする人数（既定は8）。{ COUNT($most) }人まで：どの2人も9つの特徴のうち7つが異なる
help-run-fmr = 誤合致率：最初の値で判定する。ほかの値での誤り率も、他人の数で扱える範囲で示す
help-run-split-strangers = しきい値は人物の半数で設定し、誤合致は残りの半数で測定する
help-run-pictures = 小さな画像を実行に保存する
help-run-no-pictures = 実行に画像を保存しない
help-run-pixelate-faces = レポートの画像で、頭部を判別できないようにする
help-run-out = 実行を置くフォルダー
help-run-resume = 同じ入力による最新の未完了の実行を、続きから行う
help-cluster = Rayクラスターのノードに処理を分ける：local（この計算機だけ）、auto（この計算機が属するクラスター）、またはHOST:PORT
help-run-any-size = 画像やセルの数が通常を超える評価でも計算する

## ---- 拒否：コマンドラインの書き方 ---------------------------------------------------------------

parser-help = 使い方は`{ $program } --help`で確認できます
parser-no-option = { $option } はここでは使えません：{ $step }
parser-behind-command = コマンドのオプションはコマンドの後に書きます：probe COMMAND ... { $option }
parser-option-of = { JOIN($commands, with: "、") }のオプションです
parser-no-command = { $command } というコマンドはありません：{ $step }
parser-without-value = { $option } に値がありません
parser-without-values = { $option } に値が1つもありません
parser-takes-none = { $option } は値をとりませんが、{ $value } が指定されています
parser-choose = { $option }：{ $value } は選べません（次から選んでください：{ $values }）
parser-not-together = { $option } と{ $other } は同時に指定できません
parser-missing = 足りないもの：{ $names }
parser-too-many = { $words }：コマンドがとる数を超えています
parser-of-option = { $option }：{ $fault }
parser-stopped = 何も行わないうちに中断しました

## ---- 拒否：プロトコル ---------------------------------------------------------------------------

protocol-unknown = このようなプロトコルは、ここにも同梱のものにもありません
protocol-is-folder = これはフォルダーです。プロトコルが1つ必要です
protocol-run-folder = これは実行のフォルダーで、プロトコルのフォルダーではありません
protocol-run-report = レポートを書くには`probe report { $folder }`を実行してください
protocol-none-inside = フォルダーにプロトコル（.yamlファイル）がありません
protocol-init = `probe init FOLDER`で、写真のフォルダーに合わせたものを作れます
protocol-examples = protocols/distance.yamlが例になります。写真用には`probe init FOLDER`で作れます
protocol-is-mapping = プロトコルはname、titleなどを持つマッピングです
protocol-no-scene = プロトコル { $protocol } にscene:がありません
protocol-give-photos = --photosで写真のフォルダーを指定してください
protocol-misfit =
    { $misfit }{ $more ->
        [0] { "" }
       *[other] （ほか{ COUNT($more) }件）
    }
protocol-factor = 要因 { $factor }
protocol-level = 水準{ PLAIN($number) }
protocol-part-of = { $whole } の{ $part }
protocol-no-transform = { $name } という変換はありません
protocol-two-factors = { $factor } という名前の要因が2つあります
protocol-too-many-conditions = 条件が{ COUNT($count) }個あります：すべての組を比較するため、{ COUNT($most) }個までです
protocol-group-twice = groups: { $group } が2回書かれています
protocol-no-source = 画像の取得元を指定してください：scene:、photos:、またはその両方
protocol-again = again: は1回おきの撮影をもう一度レンダリングします：scene:とtakes: 2以上が必要です
protocol-placeholder = { $place }：{ $used } は使えません
protocol-no-kind = { $kind } という種類の要因はありません
protocol-text-languages = テキストか、言語コードからテキストへのマッピングを書いてください
protocol-two-levels = 要因 { $factor } には2つ以上の水準が必要です
protocol-level-twice = 要因 { $factor } の水準 { $level } が2回書かれています
protocol-standard-no-level = standardの { $level } は、要因 { $factor } の水準にありません
protocol-levels-numbers = { $kind }の要因 { $factor } の水準は、数値でなければなりません
protocol-levels-rise = 要因 { $factor } の水準は、小さい順に並べてください
protocol-no-name = { $name } は名前に使えません：英小文字、数字、'_'、'-' を使い、英字で始めてください
protocol-transform-at = { $fault }（{ $condition }）
protocol-transform-place = プロトコル { $protocol }、条件 { $condition }、{ $place }

## ---- 拒否：変換 ---------------------------------------------------------------------------------

transform-other-picture = 変換 { $name } の出力は{ $given }ですが、uint8 { $needed } が必要です
transform-other-picture-step = change()またはnew_size()を直してください
transform-nothing-left = cut_headとcut_feetで何も残りません：合計を100未満にしてください
transform-needs-pyav = videoにはPyAVが必要です：{ $install }

## ---- 拒否：コマンド -----------------------------------------------------------------------------

command-model-without-require = --modelは要求の対象となるモデルを指定しますが、要求がありません
command-add-require = --require useまたは--require promisingを加えてください
command-fetch-name = --fetchにはバックボーンの名前が必要です
command-backbones-lists = probe backbonesで一覧を表示できます
command-no-backbone = { $name } というバックボーンはありません
command-lists-them = `probe backbones`で一覧を表示できます
command-not-our-cache = このフォルダーにprobeが保存したものはありません。何も削除していません
command-not-our-cache-step = `probe cache`が表示するフォルダーを--cacheで指定してください
command-runs-given = 実行が{ COUNT($count) }個指定されています
command-runs-step = 実行を1つか2つ指定してください
command-one-run = ページには2つの実行を並べますが、指定されているのは1つです
command-one-run-step = 1つの実行のモデルどうしは、レポートで比較できます：probe report RUN
command-comparison-html =
    比較は.htmlとして書き込みます。{ $ending ->
        [no-value] フォルダー
       *[other] { $ending }
    }にはできません
command-comparison-html-step = --outにcomparison.htmlのような名前を指定してください
command-doctor-alone = ここにはファイルだけを書き、実行に使うものは--backboneの後に書きます
command-scores-pairs = 組にスコアを付けるもので、調べるベクトルがありません
command-not-told = このファイルがどのネットワークのものか、テンソルからは分かりません；{ $looks }
command-take-out = ファイルをフォルダーから除くか、保存し直してください
command-data-or-run = 人物は、データセットまたは実行から描きます
command-data-or-run-step = どちらか一方を指定してください：--data FORM=DIR、または--run DIR。
command-poses-and-styles = 一方は人物を別の姿勢で描き、もう一方は画像を別のスタイルで描きます
command-two-commands = 2つのコマンドに分けて指定してください。
command-no-keypoints = この実行にはキーポイントのある画像がなく、人物を描く姿勢がありません
command-no-keypoints-step = レンダリングした人物にはあります。写真では、写真フォルダーのkeypoints/NAME.json（OpenPoseの18関節点）に置いてください。
command-keeps-no-faces = この実行は、画像または顔を残さない指定で作られています。描いた画像にはそれらが表れます
command-keeps-no-faces-step = --no-picturesと--pixelate-facesを付けずに、評価を実行してください。
command-small-pictures-lost = 小さい画像がありません。レポートで、描いた画像の隣に並べるものがなくなります
command-small-pictures-lost-step = 実行のフォルダー全体をここに置くか、評価をやり直してください
command-run-of-photographs = これは写真の実行で、残っているのは小さい画像だけです
command-name-photos = 写真のフォルダーを指定してください：--photos DIR。
command-other-pictures = 画像が、実行のときのものではなくなっています
command-other-pictures-step = 現在の画像またはレンダラーで、評価をやり直してください。
command-everybody-drawn = 実行では全員を描きます：--peopleで選ぶことはできません
command-everybody-drawn-step = --peopleを外すか、データセットの人物を描いてください：--data FORM=DIR
command-nobody-twice = キーポイントのある画像が2枚ある人物がいません
command-nobody-twice-step = テスト部分のキーポイントは、データセットのフォルダー（DIR/query/NAME.jpgならDIR/keypoints/query/NAME.json）か、表の列に置いてください。
command-two-sizes = { $first } は{ $size }で、{ $second } は{ $other }で描きます
command-two-sizes-step = サイズの異なるモデルでは、2つのコマンドに分けて描いてください
command-one-generator = スタイル付きのデータは1つの生成器で描きます
command-one-generator-step = それぞれを別のコマンドで指定してください。
command-out-is-folder = これはフォルダーです
command-out-new-file = --outに新しいファイルの名前を指定してください
command-several-readings =
    { $count ->
        [1] 名前からは、何が変わるのか確実には分かりません
       *[other] 名前の読み方が{ COUNT($count) }通りあります
    }。何も書き込んでいません
command-several-readings-step = --choose 1で1つ目の読み方を選べます。独自の語は--words FILEで指定します
command-nobody-named-step = --choose 1では、名前を水準とみなします。人物の名前であれば、anna/back_3.jpgのように、変わるものも名前に入れてください。または、low_lightのように、このような画像から水準を作るプロトコルを実行してください
command-no-reading = { PLAIN($number) }番目の読み方はありません：読み方は{ COUNT($count) }通りです
command-no-reading-step = --chooseを外すと一覧を表示します
command-judge-pairs = { $name } は組にスコアを付けるもので、ベクトルがありません
command-judge-step = --judgeにはバックボーンを指定してください
command-subjects-no-sheet = --subjectsは撮影シートに載せる人数ですが、シートの指定がありません
command-subjects-no-sheet-step = --sheet FILE.pdfを加えてください。必要な人数は--fmrと--widthから決まります
command-judge-people = 判定には、番号の分かっている人物が2人以上必要です
command-judge-people-step = --judgeを外すか、人物のいるデータセットを指定してください。
command-nobody-to-draw = この実行には描く人物がいません
command-evaluate-matrix = --evaluateはマトリックス用です
command-evaluate-matrix-step = 1つの学習には：probe evaluate --backbone CARD。
command-a-file = ファイル

## ---- 拒否：評価 ---------------------------------------------------------------------------------

study-too-large = この評価では画像を{ COUNT($pictures) }枚（約{ COUNT($megabytes) } MB）レンダリングし、セルが{ COUNT($cells) }個になります
study-too-large-step = --any-sizeを付ければ、それでも計算します。人数、撮影回数、水準を減らすと軽くなります
study-two-runs = { $first }と{ $second }
study-other-protocols = 2つの実行のプロトコルが同じではありません（{ $names }）
study-one-protocol-file = 同じプロトコルファイルの実行を比較してください
study-protocol-differs = 2つの実行のプロトコルが同じではありません：{ $name } の{ JOIN($keys, with: "、") }が異なります
study-protocol-differs-step = 同じプロトコルファイルの実行を比較してください。別のファイルで異なってよいのは、題名、問い、ラベルだけです
study-other-pictures = 2つの実行の画像が同じではありません
study-other-pictures-step = 両方のモデルを同じフォルダーで実行してください：対応のある比較には同じ画像が必要です
study-other-rates = しきい値のFMRが異なります：{ $first }と{ $second }
study-other-rates-step = 2つ目を--fmr { $rate }でもう一度実行してください
study-other-halves = 一方の実行は半数の人物で、もう一方は全員でしきい値を決めています
study-other-halves-step = 両方とも--split-strangersを付けるか、両方とも付けずに実行してください
study-vectors-only = 実行に残るのはベクトルで、画像は残りません
study-no-picture-of = images.parquetに { $protocol } の画像がありません
study-name-a-rate = --fmr：誤合致率を1つ以上指定してください
study-rate-step = 1%は0.01と書きます
study-subjects-rendered = --subjectsはレンダリングした人物用です
study-subjects-rendered-step = --photosを指定すると、フォルダーの全員が対象になります
study-mask-scene = --mask sceneはレンダリングした人物用です：写真に正確なマスクはありません
study-mask-scene-step = --mask grabcut、--mask sam=CHECKPOINT、--mask files=FOLDERのいずれかを使ってください
study-no-cluster-address = --cluster { $address }：クラスターのアドレスではありません
study-cluster-address-step = local、auto、または`ray start --head`が表示するHOST:PORTを指定してください
study-cluster-float32 = --clusterはfloat32で計算します：bfloat16による変化は1台の計算機で測ります
study-cluster-float32-step = --bf16または--clusterを外してください
study-cluster-one-gpu = --device { $device }はこの計算機のGPUの1つを指しますが、クラスターの各ノードにはそれぞれのGPUがあります
study-cluster-one-gpu-step = --device { $device }と書いてください：クラスターがノードのGPUを割り当てます
study-run-held = 別のプロセスがこの実行を計算中です
study-run-held-step = 終わるまで待つか、--resumeを外してください：新しい実行には別のフォルダーが作られます
study-remedies-across = --remediesは任意の2枚を比較しますが、異なるカメラや日の間で比較するプロトコルがあります
study-remedies-across-step = --remedies、またはphotos.across（レンダリングした人物ではagain）を外してください
study-two-protocols = 評価に { $name } という名前のプロトコルが2つあります
study-two-protocols-step = 一方のname:を変えるか、一方を外してください
study-one-fit = 1つの評価のプロトコルは、同じfitを使わなければなりません
study-one-fit-step = fit:を同じにするか、1つずつ実行してください
study-one-across = 1つの評価のプロトコルは、同じacrossで画像を比較しなければなりません
study-one-across-step = photos.across:（レンダリングした人物ではagain:）を同じにするか、1つずつ実行してください

## ---- 拒否：マスク -------------------------------------------------------------------------------

masking-none =
    { $masker }：マスクできた画像が1枚もありません{ $refused ->
        [0] { "" }
       *[other] （{ PLAIN($refused) }枚が使用不可。最初は{ $first }：{ $reason }）
    }
masking-none-step = 画像とマスクを確認するか、--maskを付けずに実行してください。
masking-stored-damaged = 保存されたマスクが壊れています（{ $detail }）
masking-stored-damaged-step = 複製からファイルを戻すか、同じ--maskで再度実行してください。
masking-is-file = これはファイルです。マスクのフォルダーが必要です
masking-is-file-step = --mask files=FOLDERと指定してください。マスクには写真と同じ名前を付けます
masking-no-folder = マスクのフォルダーがありません
masking-folder-empty = フォルダーにマスクのファイルがありません
masking-folder-empty-step = マスクは、写真と同じ名前で、人物の部分を白くした画像です。
masking-twice = { $name } という名前のマスクが2つあります
masking-twice-step = それぞれについて評価を1回ずつ実行してください
masking-nobody = 画像に人物の領域がありません
masking-left-out =
    { $file ->
        [no-value] { "" }
       *[other] { $file }：
    }{ $fault }{ $place ->
        [no-value] { "" }
       *[other] （{ $place }）
    }{ $hint ->
        [no-value] 。
       *[other] 。{ $hint }
    }
masking-photographs-step = 写真には、--mask grabcut、--mask sam=CHECKPOINT、--mask files=FOLDERのいずれかを使ってください。
masking-size-step = マスクの高さと幅は、画像とちょうど同じでなければなりません。

## ---- 拒否：実行 ---------------------------------------------------------------------------------

run-not-complete =
    { $status ->
        [failed] この実行は失敗しています
        [started] この実行は途中で、完了していません
       *[other] この実行は{ $status }で、完了していません
    }{ $so ->
        [advise] ：助言の根拠になるものがありません
        [export] ：書き出すものがまだありません
        [report] ：レポートにするものがまだありません
        [thresholds] ：しきい値がありません
       *[no-value] { "" }
    }
run-noun =
    { $noun ->
        [backbone] バックボーン
        [figure] 数値
        [kind] 種類
        [protocol] プロトコル
        [variant] マスクの種類
       *[other] { $noun }
    }
run-part-of = { $backbone } の部分
run-no-name = この実行に { $name } という{ $noun }はありません
run-no-manifest = これは実行のフォルダーではありません：manifest.jsonがありません
run-holds-runs = その中に実行が{ COUNT($count) }個あります：1つを指定してください。最新は{ $newest }です
run-looks = 実行のフォルダーは、たとえば{ $example }です
run-has = あるのは{ JOIN($names, with: "、") }です
run-is-file = これはファイルで、実行のフォルダーではありません
run-no-folder = このような実行のフォルダーはありません
run-manifest-damaged = マニフェストが壊れています：{ $fault }
run-no-text = テキストではありません
run-no-json =
    { $line ->
        [no-value] JSONではありません
       *[other] { PLAIN($line) }行目がJSONではありません
    }{ $detail ->
        [no-value] { "" }
       *[other] ：{ $detail }
    }
run-no-keys = キーと値がありません
run-half-character = 半分だけの文字があります
run-no-array = 配列 { $name } がありません
run-no-index = 配列に付けられた情報がJSONではありません
run-no-parquet = Parquetファイルでないか、途中で切れています
run-no-column = 列 { $name } がありません
run-no-hash = マニフェストにこのファイルのハッシュがありません
run-other-hash = 書き込まれたものと異なります：ハッシュがマニフェストのものと一致しません
run-leads-out = { $name } は実行のフォルダーの外を指しています
run-match-again = もう一度照合してください：probe match ...
run-newer-version = 新しい版で書かれています（スキーマ{ $version }。この版が読めるのは{ PLAIN($read) }まで）
run-update = probe-reidを更新してください
run-file-damaged = このファイルは壊れています
run-cannot-be-read = 読み込めません：{ $fault }
run-file-missing =
    { $file } がありません{ $status ->
        [no-value] { "" }
        [failed] （この実行は失敗しています）
        [started] （この実行は途中です）
       *[other] （実行の状態：{ $status }）
    }
run-not-as-written = ファイルの内容が、書き込まれたものと異なります
run-study-again = 評価をやり直してください：probe run ...
run-findings-damaged = 所見が、書き込まれたものと異なります
run-no-arrays = .npzファイルでないか、途中で切れています
run-several-protocols = この実行にはプロトコルが{ PLAIN($count) }個あります
run-name-one = 1つを指定してください：{ JOIN($names, with: "、") }
run-picture-compressed = { $name } が圧縮されているか、小さい画像より大きくなっています
run-picture-other = { $name } が、書き込まれたものと異なります
run-no-zip = zipファイルでないか、途中で切れています
run-zip-twice = 同じ名前のファイルが2つ入っています

## ---- 拒否：JSON ---------------------------------------------------------------------------------

json-too-deep = リストの入れ子が深すぎます

## ---- 拒否：カメラ間の照合 -----------------------------------------------------------------------

matching-other-model = 実行の{ $model }は別のモデルです：重み、カード、精度、コードのいずれかが異なります
matching-no-model = 実行に{ $model }がありません：そのしきい値はこのモデルには当てはまりません
matching-model-step = あるのは{ JOIN($models, with: "、") }です。同じモデルの実行を指定するか、--runを外してください。
matching-other-fit = 実行では画像を{ $usual }で入力サイズに合わせていますが、ここでは{ $fit }です
matching-other-fit-step = 両者ではスコアが異なります：--fit { $usual }とするか、--fitを外してください
matching-no-variant = 実行に{ $variant }でマスクした画像がありません：そのスコアについては何も分かりません
matching-no-variant-step = あるのは{ JOIN($variants, with: "、") }です。この--maskで実行し直すか、--runを外してください。
matching-no-detector = --detectorがありません：まずこれらのフレームから人物を検出する必要があります
matching-no-detector-step = --detector yolact=FILE、ssd=FILE、onnx=CARD.yamlのいずれかを指定するか、`probe crop`が書いたフォルダーを指定してください。
matching-folder-taken = このフォルダーには別のものが入っています
matching-new-folder = --outに新しいフォルダーを指定してください。
matching-other-cameras = このフォルダーには、{ $camera } など、別のカメラの照合が入っています
matching-other-cameras-step = --outに新しいフォルダーを指定するか、そのカメラも指定してください。
matching-not-cropped = このカメラには、まだ切り出していないフレームがあります
matching-crop-on = `probe crop`のコマンドをもう一度実行してください：中断したところから続きます。
matching-crop-again = フレームを切り出し直してください：probe crop ...
matching-camera-shows = { $camera }：検出{ PLAIN($people) }人、切り出し画像{ PLAIN($crops) }枚
matching-too-few =
    { $mask ->
        [no-value] 人物
       *[other] { $mask }で切り出せる人物
    }の写っているカメラが2台に足りません：照合するものがありません（{ JOIN($shown, with: "；") }）
matching-too-few-step = 切り出し画像と、--least-score、--least-height、--least-sharpnessを確認してください。
matching-restore-crop = この切り出し画像を戻すか、フレームを新しいフォルダーに切り出し直してください。
matching-same-pictures = { $first }と{ $second }の画像が同じです：1台のカメラです
matching-same-pictures-step = 動画は1回ずつ指定してください。同じ動画の別の部分は、別のカメラではありません。
matching-no-masks = { $camera }の検出器はマスクを出力していません
matching-no-masks-step = マスクを出力する検出器か、--mask grabcutを使ってください。
matching-one-camera = カメラが1台です：別のカメラで探す相手がいません
matching-one-camera-step = 2台以上のカメラの動画またはフォルダーを指定してください。
matching-camera-twice = このカメラは2回指定されています

## ---- 拒否：現場 ---------------------------------------------------------------------------------

asked-example = 記入例：{ $example }
asked-no-part = --site：{ $part } はNAME=VALUEの形ではありません
asked-twice = --site：{ $name } が2回指定されています
asked-no-factor = --siteに要因がありません
asked-no-rate =
    --site：{ $value } は0と1の間の{ $rate ->
        [fnmr] 誤非合致率
       *[fmr] 誤合致率
    }ではありません
asked-rate-step = 100件に1件は{ $name }=0.01または{ $name }=1%と書きます
asked-measure-first =
    まず同じモデルで測定してください：probe run { $protocol }{ $factor ->
        [none] { "" }
       *[other] 。--siteでは{ $factor }と書きます
    }
asked-not-varied = --site：実行では { $name } を変化させていません
asked-no-order = --site：{ $factor } には順序がないため、範囲は指定できません
asked-no-order-step = 水準をコンマで区切って書くか、anyと書いてください
asked-no-level = --site：{ $level } は { $factor } の測定した水準ではありません
asked-unit-last = --site：単位は最後の数値の後に書きます
asked-lower-first = --site：小さいほうを先に書きます
asked-no-number = --site：{ $text } は数値ではありません
asked-no-number-step = any、4、3..10、2.3mのように書いてください
asked-other-unit =
    --site：{ $factor } { $measured ->
        [no-value] に単位はありません
       *[other] の単位は{ $measured }です
    }。{ $unit } では指定できません
asked-units = 換算できる単位：{ JOIN($units, with: "、") }
asked-unit-of-run = 実行と同じ単位の数値を書いてください。例：{ $example }

## ---- 拒否：比較 ---------------------------------------------------------------------------------

split-too-few = --split-strangers：{ PLAIN($people) }人を、他人どうしの2つの群に分けることはできません
split-too-few-step = これを外すか、もっと多くの人物（4人以上）を撮影してください
split-no-strangers = --split-strangers：人物の一方の半分に他人がいません
split-unresolved = --split-strangersでは半数の人物でしきい値を決めます：{ $reason }
split-step = --split-strangersを外すか、もっと多くの人物を撮影するか、より大きい--fmrを指定してください
score-not-finite = スコアにNaNまたは無限大があります

## ---- 拒否：検出器 -------------------------------------------------------------------------------

detector-shapes = 矩形 (n, 4) とスコア (n,) の形が合いません：矩形 { $boxes }、スコア { $scores }
detector-masks = 矩形は{ PLAIN($count) }個ですが、マスクの形は{ $shape }です
detector-no-number = 矩形またはスコアに数値でないものがあります
detector-no-size = 幅または高さが0以下の矩形があります

## ---- 拒否：着目領域 -----------------------------------------------------------------------------

evidence-not-finite = 根拠の値（{ $name }）に有限でないものがあります
evidence-too-few = 人物{ PLAIN($people) }人、背景{ PLAIN($backgrounds) }種類です
evidence-two-of-each = 背景への依存度には、それぞれ2つ以上が必要です。
evidence-other-regions = 領域が{ JOIN($before, with: "、") }と{ JOIN($after, with: "、") }で異なります
evidence-same-regions = 両方の画像に同じ領域（{ PLAIN($most) }個まで）が必要です。
evidence-no-change = 分けるべき類似度の変化がありません
evidence-nothing-changed = 類似度が変化していません：分けるものがありません

## ---- 拒否：対策 ---------------------------------------------------------------------------------

remedies-no-pictures =
    対策を試せません：{ $part ->
        [queries] クエリー
        [standard] 標準条件
       *[strangers] 他人
    }の画像がありません

## ---- 拒否：レポートと図 -------------------------------------------------------------------------

drawn-no-format = { $name } というレポート形式はありません
drawn-no-picture = 画像を読み込めません
drawn-too-many-people = { PLAIN($people) }人分の撮影シートは作れません（1〜{ PLAIN($most) }人）
drawn-too-many-people-step = --widthを大きくして計画するか、まず一部の人数のシートを作ってください：--subjects
drawn-one-name =
    1つの条件の画像{ COUNT($takes) }枚にはそれぞれ名前が必要ですが、パターン{ $pattern }では{ $names ->
        [1] { $place }の1つしかありません
       *[other] { $place }など{ COUNT($names) }つしかありません
    }
drawn-one-name-step = photos.patternの、画像の番号が入る位置に{"{take}"}を書いてください
drawn-of-mated = { $figure } は本人どうしのセルの数値です
drawn-use-mean = figure='mean'を使ってください
drawn-no-figure = { $protocol } には、{ $model }（{ $variant }）の{ $kind }のセルの{ $figure }がありません
drawn-no-figure-step = 数値がない理由はreport.htmlに書かれています
drawn-no-retention = { $protocol } では{ $model }の保持率に意味がありません：標準条件そのもので、組の{ PERCENT($rate) }が見逃されます
drawn-no-retention-step = figure='fnmr'を描いてください。数値はrun.matrix(...)で得られます
tables-misses = { $standard }に対する同一人物のペアの見逃し。誤合致率{ RATE($rate) }。括弧内は水準ごとの、人物についての95 %区間。booktabsが必要
drawn-no-name = { $name } という{ $noun }はありません
drawn-no-axes = axは{ $kind }です。matplotlibのAxesが必要です
drawn-no-axes-step = plt.subplots(1, 2)は図と複数のAxesを返します。axes[0]のように1つを指定してください

## ---- 拒否：書き出し -----------------------------------------------------------------------------

export-no-package = パッケージ { $name } をインポートできません（{ $detail }）
export-is-there = 実行 { $run } は、すでに{ $id }としてあります
export-is-there-step = 先にそこで削除するか、別の場所を指定してください
export-refused = { $tool } に拒否されました：{ $said }
export-place = --to { $name }=PLACE：{ $places }
export-places-mlflow = 追跡先のアドレス（http://HOST:5000、sqlite:///mlflow.dbなど）
export-places-wandb = フォルダー。wandbがその中に`wandb`フォルダーを作ります
export-places-fiftyone = 実行の小さい画像を置くフォルダー
export-no-pictures = この実行には表示できる画像が残されていません
export-with-pictures = --no-pictures を付けずにもう一度実行してください
export-delete-data-set = 先にそちらで削除してください：fiftyone datasets delete '{ $name }'
export-own-mongodb = FiftyOneにはMongoDBが必要です：FIFTYONE_DATABASE_URI=mongodb://HOST:27017 で手持ちのものを指定できます
export-no-folder = このようなフォルダーは作れません（{ $detail }）
export-offline = WANDB_MODE=offlineなら何も送信せず、アカウントも不要です

## ---- 検証：保存された実行の食い違い -------------------------------------------------------------

verify-left-adjusted = 多数の比較を補正した後のp値（Holmの方法）と、それによって示されたとされる差
verify-left-chances = 誤りが少数の人に偏ることが偶然だけで起こる確率（無作為に配り直して求めたもの）
verify-left-crossed = 2つの要因が重なると、それぞれ単独の場合より影響が大きいかどうか
verify-left-further = その他の数値
verify-left-surveys = 人数の計数の10回に9回が収まる誤差の範囲（無作為に計数を引いて求めたもの）
verify-changed = { $file }は変更されたか、存在しません
verify-unlisted = { $file }：マニフェストにハッシュがありません
verify-histograms = histograms.npz：スコアから求めた度数と異なります
verify-damaged = { $reason }：{ $file }
verify-findings = findings.json：数値から導かれる文と異なります
verify-examination = examination.json：スコアから求めた数値と異なります
verify-site = site.json：セルから導かれる助言と異なります
verify-table = { $table }：{ $difference }
verify-rows = 保存は{ PLAIN($stored) }行、計算は{ PLAIN($computed) }行、または列が異なります
verify-column = { $column }：{ PLAIN($rows) }個のうち{ PLAIN($count) }個が異なり、最初は{ PLAIN($row) }行目です：保存値 { $stored }、計算値 { $computed }
verify-thresholds = しきい値は、保存が{ PLAIN($stored) }個、計算が{ PLAIN($computed) }個です
verify-threshold = { $model }（{ $variant }）のしきい値：保存値 { $stored }、計算値 { $computed }

## ---- 検索 ---------------------------------------------------------------------------------------

data-counts-differ =
    公開されている{ $name }とは異なります：{ JOIN($counts, with: "；") }。{ $other ->
        [no-value] { "" }
       *[other] これらは{ $other }の件数です。
    }数値を公開値と比べることはできません
data-count =
    { $noun ->
        [training-pictures] 学習用の画像は{ COUNT($published) }枚でなく{ COUNT($count) }枚
        [query-pictures] クエリーの画像は{ COUNT($published) }枚でなく{ COUNT($count) }枚
        [gallery-pictures] ギャラリーの画像は{ COUNT($published) }枚でなく{ COUNT($count) }枚
        [training-people] 学習用の人物は{ COUNT($published) }人でなく{ COUNT($count) }人
       *[query-people] クエリーの人物は{ COUNT($published) }人でなく{ COUNT($count) }人
    }
data-people-in-both = クエリーの人物{ COUNT($people) }人が学習用の画像に含まれています
data-people-split =
    学習用{ PLAIN($trained) }人、テスト用{ PLAIN($tested) }人（{ $listed ->
        [yes] { $file }による
       *[no] { $file }がありません
    }）
data-msmt17 =
    MSMT17 { $blurred ->
        [yes] V2（顔をぼかした版）
       *[no] V1
    }：検証用の画像{ COUNT($count) }枚は学習用に含まれています
data-picture-left-out = 除外：{ $picture }：{ $reason }
data-more-left-out = 除外：開けない画像がほかに{ COUNT($more) }枚
retrieval-note = 注記：{ $note }
retrieval-left-out = クエリー{ PLAIN($queries) }件のうち{ PLAIN($count) }件は、ギャラリーに正解がないため、すべての数値から除外しました

## ---- レポート：ページと冒頭 ---------------------------------------------------------------------

report-skip = 要約へ移動
report-sections = 目次
report-summary = 要約
report-method = 方法
report-close = 閉じる
report-date = { $year }年{ PLAIN($month) }月{ PLAIN($day) }日
report-question = 条件が変わっても同一人物を照合できるのは、どのモデルか
report-score-name =
    { $score ->
        [cosine] コサイン類似度
        [score] スコア
       *[other] { $score }
    }
report-score-plural =
    { $score ->
        [cosine] コサイン類似度
       *[other] スコア
    }
report-score-capital =
    { $score ->
        [cosine] コサイン
        [score] スコア
       *[other] { $score }
    }
report-score-title =
    { $score ->
        [cosine] コサイン類似度
        [score] スコア
       *[other] { $score }
    }
report-level-of-confidence = 95%
report-model = モデル
report-factor = 要因
report-people = { COUNT($count) }人
report-enrolled = 登録画像
report-enrolled-text = 標準条件
report-enrolled-over = 標準条件。スコアが{ $scores }を超えると合致
report-score = { UNIT($score) }
report-scores = { JOIN($scores, with: "、") }
report-scores-between = { UNITS($scores) }
report-same =
    { $wish ->
        [sensitive] 同一人物、変化が最大の場合
       *[invariant] 同一人物、最悪の場合
    }
report-same-standard = 同一人物、何も変えない場合
report-same-scores = { $level }：スコアは{ $scores }
report-same-matched = { $level }：このような組の{ PERCENTS($rates) }が見逃されます。この組のスコアは{ $scores }で、{ $who }では同一人物と判定されます
report-same-missed = { $level }：このような組の{ PERCENTS($rates) }が見逃されます。この組のスコアは{ $scores }で、{ $who }では他人と判定されます
report-every-model =
    { $models ->
        [1] このモデル
        [2] 両方のモデル
       *[other] { COUNT($models) }モデルすべて
    }
report-some-models = { COUNT($models) }モデルのうち{ COUNT($some) }モデル
report-names = { JOIN($names, with: "、") }
report-other = 他人
report-other-alike = 同じ服装：このような組の{ PERCENTS($passing) }が同一人物として通過します
report-other-alike-scores = 同じ服装：このような組のスコアは平均{ $scores }です
report-other-at-large = 一般の他人：このような組のスコアは平均{ $scores }です
report-no-fonts = このPDFの{ COUNT($characters) }文字は、作成した計算機にフォントがないため表示されません。probe-reid[japanese]またはprobe-reid[chinese]をインストールし、`probe report`で作り直してください。

## ---- レポート：結果を読む前に確認すること -------------------------------------------------------

report-check-title = 入力の確認
report-check-of-model = { $model }：{ $text }
report-check-failures = 理由とともに「取得失敗」に挙げています。
report-check-ignored = すべての名前は`probe validate PROTOCOL --photos DIR --verbose`で表示されます。パターンを広げるか、意図して除外してください。
report-check-closed = 読み取り権限を付けるか、フォルダーの外に移してください。
report-check-rows = 表のパスを直してください：行がない画像には、矩形やフィールドがありません。
report-check-boxes = `probe images PROTOCOL --photos DIR`で確認し、矩形を直してください。
report-check-shapes = `probe images PROTOCOL --photos DIR`で確認し、人物の全身が写っていないものを除外してください。
report-check-same = それぞれ1枚を残してください：2枚の複製は、2回の撮影ではありません。
report-check-two-people = 両方の画像を確認してください。同じ人物であれば、両方に同じ名前を付けます。一方の分類が誤っていれば、移します。その後で再度実行してください：同一人物が他人として扱われると、しきい値と見逃しが上がります。
report-check-masks = マスクを反転するか、画像と並べて1枚確認してください。
report-check-twice = 別のモデルを指定するか、2つのうち一方だけを読んでください。
report-check-set-up = `probe doctor MODEL`で設定を検査できます。それまでは、このモデルの数値はモデルについて何も示しません。
report-check-norms = 学習済みの重みを、バッチ正規化の統計量とともに指定してください。
report-check-tensors = 学習時の分類器は意図して除外しています。テンソルの名前は`probe doctor FILE`で分かります。
report-check-card = モデルを評価する前に、重みの隣にあるカードで実行してください。
report-check-fit = モデルを評価する前に、もう一方のfitで再度実行してください。

## ---- レポート：要約 -----------------------------------------------------------------------------

report-glance-head =
    { $measure ->
        [fnmr] 照合できない人物
        [retention] 他人に対するマージンの残り
       *[mean] 最も低い平均{ report-score-name }
    }
report-glance-caption =
    { $measure ->
        [fnmr] 各要因が変わったときにモデルが見逃す、同一人物の組の割合。見逃しが最も多い水準での値で、横は95%信頼区間です。
        [retention] 各要因で保持率が最も低い水準での各モデルの値：1は標準条件と同じ、0は他人と区別がつかないことを表します。
       *[mean] 標準条件に対して、各要因で最も低い水準での各モデルの値です。
    }
report-worst-title = 各要因の最悪の場合
report-worst-misses = 標準条件との比較で、同一人物の組の見逃しが最も多い水準での割合（FNMR）。目盛り線は各水準、点は最悪の水準、帯は最悪の水準（それがどの水準であっても）の95%信頼区間です。
report-worst-grid =
    { $measure ->
        [fnmr] 標準条件との比較で、同一人物の組の見逃しが最も多い水準での割合（FNMR）。色が濃いほど多いことを表します。下は最悪の水準（それがどの水準であっても）の95%信頼区間と、その水準です。
        [retention] 最悪の水準での保持率：他人に対するマージンのうち残る割合で、1は標準条件と同じ、0は他人と区別がつかないことを表します。下はその水準です。
       *[mean] 標準条件に対する平均{ report-score-name }の、最も低い水準での値。下はその水準です。
    }
report-worst-missed-at = { $level }での見逃し
report-worst-standard = 標準条件そのものでは{ $rate }
report-worst-kept = そこで保たれる他人に対するマージン { $retention }
report-worst-retention = 保持率は、他人に対するマージンのうち残る割合です：1は標準条件と同じ、0は他人と区別がつかないことを表します。目盛り線は各水準、点は最悪の水準、帯はその95%信頼区間です。
report-worst-mean = 標準条件に対する平均{ report-score-name }。他人どうしの比較がないため校正できず、モデルどうしを比べることはできません。目盛り線は各水準、点は最も低い水準、帯はその95%信頼区間です。
report-usable-before = 使用できる範囲：{ $range }
report-summary-decided =
    見逃し：スコアがしきい値以下の同一人物の組の割合（FNMR）で、見逃しが最も多い水準での値です。しきい値は、標準条件で、比較した一般の他人の{ RATE($fmr) }が通過するように設定しています（FMR）{ $open ->
        [yes] 。ほかの他人がどれだけ通過するかは定まっていません
       *[no] { "" }
    }。{ $before ->
        [yes] 使用できる範囲：標準を含み、見逃しが{ PERCENT($limit) }以下にとどまる、途切れのない範囲です。
       *[no] 「使用できる」：標準を含み、見逃しの信頼上限が{ PERCENT($limit) }以下にとどまり、通過する他人が求めた割合にとどまる、途切れのない範囲です。「可能性はある」：比較した人々の見逃しはとどまる範囲です。見逃しの信頼区間は、すべての水準、要因、モデルについて同時に成り立ちます。
    }測定していない範囲については、何も述べていません。
report-no-strangers = 他人どうしの比較がありません
report-summary-undecided = 見逃しは数えていません：{ JOIN($why, with: "；") }。
report-range-of-levels = { COUNT($levels) }水準
report-range-between = { $first }〜{ $last }
report-fall-wanted = 下がることが望まれる
report-lean-title = 傾き
report-lean-note = 条件が変わったときの見逃しと誤合致のどちらに傾くか
report-lean-none = 不明
report-lean-open = 信頼区間なし
report-lean-side =
    { $side ->
        [precision-first] Precision優先型
        [recall-first] Recall優先型
       *[neither] どちらとも示されず
    }
report-lean-meaning =
    { $side ->
        [precision-first] 他人を通す割合より、本人を見逃す割合のほうが高い
        [recall-first] 本人を見逃す割合より、他人を通す割合のほうが高い
       *[neither] どちらの誤りが多いとも示されていない
    }
report-lean-not-told = 述べられない

## ---- レポート：現場への助言 ---------------------------------------------------------------------

report-site-title = 指定された現場について
report-site-cells = 数値
report-site-more = ほか{ COUNT($more) }件
report-site-page = p.

## ---- レポート：標準条件、しきい値、モデルどうしの比較 -------------------------------------------

report-before-title = 何も変えない場合
report-before-decided = 標準条件と、ほかのすべてに適用するしきい値
report-before-undecided = 標準条件
report-before-caption =
    同一人物の2枚の画像（青）{ $strangers ->
        [yes] 、一般の他人の2枚（灰色）
       *[no] { "" }
    }{ $alike ->
        [yes] 、同じ服装の他人の2枚（破線）
       *[no] { "" }
    }の{ report-score-title }。{ $decided ->
        [yes] 線の左側では「別人」、右側では「同一人物」と判定されます。
       *[no] { "" }
    }分布は平滑化し、それぞれの最大値に合わせて描いています。
report-same-person = 同一人物
report-same-person-missed = 見逃された同一人物
report-strangers = 他人
report-dressed-alike = 同じ服装
report-threshold = しきい値
report-sentence = { $note }。
report-how-mean =
    2枚の画像の{ report-score-title }。{ $score ->
        [cosine] 尺度は常に0から1です
       *[other] 尺度はモデルごとに異なります
    }。数値の意味はモデルによって異なります：同じ{ report-score-name }が、あるモデルでは他人、別のモデルでは同一人物でありえます。
report-how-retention = 保持率。尺度は常に共通で、他人に対するマージンがどれだけ残るかを表します。意味はどのモデルでも同じです：変化の影響を表し、もともとの良し悪しは表しません。
report-how-fnmr = 見逃し：同一人物のスコアのうち、赤い部分はしきい値以下です（FNMR）。線の右側にある他人は誤合致です（FMR）。
report-decisions-head = しきい値での判定
report-decisions-caption = スコアがしきい値を超えると組は合致します。しきい値は、標準条件の一般の他人で、表に示す誤合致率（FMR）になるように設定しています。ほかの人々でのFMR：このしきい値そのものがほかの人々で持つ割合の95%信頼区間と、それがいかに少ない人の組に基づくかを示します。見逃しの割合の下は、このしきい値そのものでの、新しい人々についての95%信頼区間です。最後は、最も多い見逃しについて、同じ割合になるようにほかの他人でしきい値を設定し直した場合の信頼区間です。どちらも1つの水準だけを見た区間です：複数の中から最悪として選んだことを考慮しているのは、要約の信頼区間だけです。
report-decisions-caption-split = { report-decisions-caption }人物は2つに分けました：しきい値はそのうち{ COUNT($tuned) }人で設定し、測定したFMRはすべて残りの{ COUNT($tested) }人のものです。
report-decisions-fmr = FMR
report-decisions-threshold = しきい値
report-decisions-all = すべてのモデル
report-decisions-above = 超える他人
report-decisions-true = ほかの人々でのFMR
report-decisions-range = { $low }〜{ $high }
report-decisions-carried = { COUNT($people) }人、{ COUNT($pairs) }組による
report-decisions-tested = 残り半分での値
report-decisions-standard = 見逃し、標準条件
report-decisions-worst = 最も多い見逃し
report-decisions-anew = 再設定時
report-factor-level = { $factor }、{ $level }
report-count-of = { COUNT($part) } / { COUNT($whole) }
report-figure = 図{ COUNT($number) }
report-glossary = 用語
report-page-copy = CSVとしてコピー
report-page-copied = コピーしました
report-page-copy-png = PNGとしてコピー
report-page-copy-svg = SVGとしてコピー
report-page-saved = ファイルに保存しました
report-page-search = このページを検索
report-page-nothing-found = このページにはありません
report-page-all-models = すべてのモデル
report-page-all-factors = すべての要因
report-page-fold = 折りたたむ
report-page-unfold = すべて表示
report-term-fnmr = FNMR
report-term-fnmr-text = 誤非合致率：同一人物の組のうち、スコアがしきい値以下で見逃されるものの割合です。どの人物も同じ重みです。
report-term-fmr = FMR
report-term-fmr-text = 誤合致率：2人の人物の組のうち、スコアがしきい値を超え、同一人物として通過するものの割合です。
report-term-threshold = しきい値
report-term-threshold-text = スコアがこれを超えると、組は合致します。モデルごとに1つあり、標準条件で、求めた割合の他人が通過するように設定し、すべての条件に適用します。
report-term-retention = 保持率
report-term-retention-text = モデルが他人に対するマージンをどれだけ保つか：1は標準条件と同じ、0は他人と区別がつかないことを表します。
report-term-auc = AUC
report-term-auc-text = 同一人物の組のスコアが他人の組のスコアより高い確率：1は常に高く、0.5は偶然と同じことを表します。
report-term-dprime = d′
report-term-dprime-text = 同一人物と他人のスコアがどれだけ離れているかを、標準偏差を単位として表します。
report-term-eer = EER
report-term-eer-text = 等価エラー率：見逃される組の割合と通過する他人の割合が等しくなるしきい値での割合です。
report-term-bias = c
report-term-bias-text = しきい値でモデルがどちらの誤りに傾くか：0を上回ると人物を見逃しやすく、0を下回ると他人を通過させやすいことを表します。
report-term-strangers = 一般の他人
report-term-strangers-text = それぞれ自分の服を着た2人の人物の組です。
report-term-alike = 同じ服装の他人
report-term-alike-text = 同じ服を着た2人の人物の組です。
report-demonstration = * { JOIN($models, with: "、") }：{ $label }。
report-pdf-summarises = このPDFは要約です：{ COUNT($models) }モデル × { COUNT($factors) }要因は、{ COUNT($most) }を超えています。各要因について、画像、平均、保持率、標準に対する見逃しのヒートマップ、モデルの着目領域を示します。すべての水準の表、スコアの分布、他人、部分、グループ、審査者向けの指標はreport.htmlにあります。
report-pdf-rest = この要因のすべての数値と信頼区間：report.html#{ $anchor }
report-comparison-title = 2つの実行の比較
report-comparison-deck = どちらも同じ画像、プロトコル、誤合致率です。各モデルは、それぞれの実行での自身のしきい値で判定されています。1つ目の実行のモデル名の末尾には (1)、2つ目には (2) を付けています。
report-comparison-rest = すべての比較: probe compare RUN RUN --json
report-comparison-demonstration = * デモ用であり、運用には使用できません
report-versus-title = どのモデルか
report-versus-head = 同じ人物、同じ画像での対比較
report-versus-caption = 印は、それが寄っている側のモデルを支持することを表します。数値は右のモデルから左のモデルを引いた差で、標準以外のすべての水準にわたる値です。見逃しは、標準条件での誤合致率が真に等しくなるしきい値での値で、少ないほうのモデルを支持します。判定に使うのはAUC、d′、見逃しで、マージンの保持は説明にのみ使います。軸の範囲を超えるものは、その端に描いています。2つのモデルの{ report-score-plural }は尺度が異なるため、そのままでは比べません。
report-versus-left = 左のモデル
report-versus-right = 右のモデル
report-versus-shown = すべての組と要因をまとめて判定し、差が示されたもの
report-versus-not-shown = 差が示されていないもの
report-versus-interval = この差だけの、人物を単位とする95%信頼区間
report-versus-for = { $model }を支持
report-versus-at = 差のある水準：{ $levels }
report-versus-all-levels = すべての水準
report-versus-some-levels = { COUNT($levels) }水準のうち{ COUNT($some) }水準
report-versus-rest-one = 同じ人物での比較では、すべての比較をまとめて判定すると、{ $first }と{ $second }の差は示されていません。
report-versus-rest = 1つの要因での2つのモデルの比較{ COUNT($whole) }件のうち{ COUNT($rest) }件では、すべてをまとめて判定すると、人物を見分ける能力の差は示されていません。
report-versus-undecided = 比較{ COUNT($whole) }件のうち{ COUNT($undecided) }件は判定できません（{ JOIN($reasons, with: "；") }）。
report-versus-folded = ほか{ COUNT($more) }件の比較
report-versus-on-paper = ほか{ COUNT($more) }件の比較は、report.htmlとdifferences.parquetにあります。
report-versus-more = ほか{ COUNT($more) }件の比較はdifferences.parquetにあります。
report-versus-points = 見逃し、ポイント
report-versus-auc = AUC
report-versus-dprime = d′

## ---- レポート：各章、比較したもの ---------------------------------------------------------------

report-with-model = { $model }：{ $sentence }
report-sheet-head = 比較した画像
report-sheet-caption =
    { $people ->
        [1] 1行が1条件：比較した1人の人物の画像です。
       *[other]
            1行が1条件：{ COUNT($people) }人のうち1人の画像、続いてほかの人々の画像です。示した人物は、{ $model ->
                [no-value] { "" }
               *[other] { $model }での
            }平均スコアが中央値に最も近い人物です。
    }
report-sheet-shown = 1人の人物
report-sheet-others = ほかの人々
report-sheet-strangers = 自分の服を着た他人
report-no-pictures = この実行では画像を保存していません。

## ---- レポート：各章、ヒートマップ ---------------------------------------------------------------

report-matrix-head = すべての条件どうしの比較
report-matrix-caption =
    { $people }、1セルあたり{ $apart }組の画像（対角は{ $same }組）{ $calibrated ->
        [yes] 。はじめにそのままの{ report-score-plural }、続いて同じセルを校正した値です。
       *[no] 。
    }
report-contours = 明るい線は{ UNIT($step) }ごとの等値線です。
report-matrix-hint = セルに合わせると数値が、選ぶと画像が表示されます。
report-matrix-hint-scores = セルに合わせると数値が、選ぶと組ごとのスコアが表示されます。
report-phone-hint = 幅の狭い画面では、セルは100分の1単位です：97は0.97を表します。
report-more-matrices = ほかのヒートマップ：{ JOIN($titles, with: "、") }
report-cell-place =
    { $second ->
        [no-value] { $first }
       *[other] { $first } × { $second }
    }
report-every-cell = すべてのセルで { $figure }
report-lowest =
    最低 { $figure }：{ report-cell-place }{ $more ->
        [0] { "" }
       *[other] 、ほか{ COUNT($more) }件
    }
report-highest =
    最高 { $figure }：{ report-cell-place }{ $more ->
        [0] { "" }
       *[other] 、ほか{ COUNT($more) }件
    }
report-mean = { report-score-title }
report-mean-caption = 同一人物の画像の平均{ report-score-name }。
report-unlike = 似ていない
report-alike = 似ている
report-retention = 保持率
report-retention-caption = セルの（同一人物 − 他人）÷ 標準条件の（同一人物 − 他人）。
report-no-margin = 意味を持たない：標準条件そのもので照合が成り立ちません
report-no-margin-with =
    標準条件そのもので、{ $models ->
        [no-value] { "" }
       *[other] { LIST($models) }では
    }組の{ PERCENTS($rates) }が見逃されています：保持率（モデルがマージンをどれだけ保つか）はそこでは意味を持たないため、省いています。
report-no-margin-remedy = 推奨する対策はありません：標準条件そのもので組の{ PERCENT($rate) }が見逃されており、取り戻すべきマージンがありません。
report-retention-low = 他人
report-retention-high = 標準と同じ
report-fnmr = 見逃し（FNMR）
report-fnmr-caption = しきい値以下の同一人物の組、%。
report-fnmr-low = 見逃しなし
report-fnmr-high = すべて見逃し
report-fnmr-wanted = すべて見逃し（望ましい）
report-log10-fmr = log₁₀ FMR
report-log10-fmr-caption = 標準条件の他人のスコアがセルの平均以上になる割合：−2は100件に1件。「<」は、そのような他人がいなかったことを表します。
report-log10-fmr-low = すべての他人
report-log10-fmr-high = 10,000件に1件
report-at-large-title = 一般の他人
report-at-large-caption =
    2人の異なる人物の平均{ report-score-name }{ $source ->
        [scene] （それぞれ自分の服を着用）。
       *[photos] 。
    }
report-alike-title = 同じ服装の他人
report-alike-caption = 同じ服を着た2人の異なる人物の平均{ report-score-name }。
report-fact-cosine = { report-score-capital }
report-fact-strangers = 他人
report-fact-alike = 同じ服装
report-fact-passing = { $figure }、{ $passing }が通過
report-fact-retention = 保持率
report-fact-missed = 見逃し
report-fact-log10 = log₁₀ FMR
report-fact-measures = d′、AUC、EER
report-fact-pairs = 組、人数
report-pairs-shown = 表示している人物のすべての組です。下の平均は全員についての値です。赤い下線：しきい値を超えないもの。行：{ $rows }。列：{ $columns }。
report-pairs-not-kept = このセルの個々の組のスコアは保存されていません。
report-pairs-elsewhere = 条件が多いため、このページの個々の組は標準条件との組だけです。すべての組はpairs.parquetにあります。

## ---- レポート：各章、組み合わせた要因 -----------------------------------------------------------

report-crossed-head = 合わせた影響と個別の影響
report-crossed-caption = 左：両方の要因が変わるときの保持率（標準条件との比較）。右：合わせた影響が、個別の影響の和を超える分。合わせた影響のほうが大きい場合は琥珀色。太字：すべての逸脱をまとめて判定し（Holm法）、示されたもの。
report-crossed-retention = 保持率
report-crossed-beyond = 両者の和を超える分
report-crossed-factors = 保持率の変化
report-crossed-ends = 両端での値
report-crossed-difference = 差
report-crossed-more = 合わせると大きい
report-crossed-less = 合わせると小さい
report-crossed-shares = 人物間と条件間の違いの由来を、分散に占める割合で示します（混合モデル）：{ JOIN($shares, with: "、") }。
report-crossed-share = { $part } { PERCENT($share) }
report-share-subject = 人物（どの条件でも共通）
report-share-rest = そのほか
report-share-higher = 3つ以上の要因

## ---- レポート：各章、判定の分かれ目、すべての数値 -----------------------------------------------

report-scores-head-decided = 判定の分かれ目
report-scores-caption-decided =
    標準条件に対する各水準のスコア。青：受け入れられた同一人物。{ $wish ->
        [sensitive] 緑：見逃された同一人物（ここではそれが望ましい）。
       *[invariant] 赤：見逃された同一人物。
    }{ $strangers ->
        [yes] 灰色：一般の他人。
       *[no] { "" }
    }分布は平滑化し、それぞれの最大値に合わせて描いています。見逃しは実際に数えた値です。
report-scores-head-undecided = スコアの分布
report-scores-caption-undecided =
    標準条件に対する各水準のスコア。青：同一人物。{ $strangers ->
        [yes] 灰色：一般の他人。
       *[no] { "" }
    }分布は平滑化し、それぞれの最大値に合わせて描いています。
report-missed = 見逃し
report-mean-short = 平均
report-table = 標準条件に対するすべての数値
report-level = 水準
report-column-cosine = { report-score-capital }
report-column-sd-pairs = 組のSD
report-column-sd-subjects = 人のSD
report-column-pairs = 組
report-column-people = 人数
report-column-strangers = 他人
report-column-alike = 同服装
report-column-retention = 保持率
report-column-missed = 見逃し
report-column-further = { $rate }での見逃し
report-column-passing = FMR
report-column-passing-alike = FMR 同服装
report-column-dprime = d′
report-column-auc = AUC
report-column-eer = EER
report-missed-pairs = 見逃し{ COUNT($misses) }
report-table-note =
    数値の下は、人物を単位とする、点ごとの95%信頼区間です。{ $alike ->
        [yes] 他人、同服装：一般の他人と同じ服装の他人の平均{ report-score-name }。FMR、FMR 同服装：そのうちしきい値を超える割合。
       *[no] 他人：一般の他人の平均{ report-score-name }。FMR：そのうちしきい値を超える割合。
    }SD：組にわたるスコアのばらつきと、人にわたる各人の平均のばらつき。
report-no-intervals-why = 信頼区間がない理由：{ JOIN($why, with: "；") }。

## ---- レポート：各章、ベクトルの部分ごとの比較 ---------------------------------------------------

report-parts-head = 部分ごとの比較
report-parts-caption = ベクトルを構成する部分ごとに、単独で比較し、それぞれのしきい値で判定した結果を、画像上の位置に示します。一番上はベクトル全体です。列は標準条件に対する各水準です。最後の列は、各部分で失われる他人に対するマージンで、単位は{ report-score-name }です：すべての部分の和が、失われるマージンになります。
report-parts-together = 全体
report-parts-lost = 失われる分、{ $level }

## ---- レポート：各章、モデルの着目領域 -----------------------------------------------------------

report-looks-head = モデルの着目領域
report-looks-head-masked = 背景を除去したときの着目領域（{ $name }）
report-looks-caption = 標準の画像と、このモデルへの影響が最も大きかった水準の画像です。明るい場所ほど、この2枚の画像の類似度に大きく寄与しています。和が厳密とされている場合、マップの和は{ report-score-name }になります。マップは各場所の寄与を示すもので、その理由は示しません。各場所の値は、その周囲も少し反映しています。
report-looks-caption-masked = 同じ画像の、人物以外をすべて灰色で塗りつぶしたもの。
report-looks-no-pictures = この実行では画像を保存していません：マップは灰色の地に重ね、マスクがある場合は人物を明るく示します。
report-looks-further = 標準の画像に対するほかの水準。同じ尺度で、{ report-score-name }を添えています。横は平均マップの変化です
report-looks-further-level = { $level }：{ UNIT($cosine) }
report-looks-part-maps = ベクトルの部分ごとの、{ report-score-name }への寄与（共通の専用尺度）
report-looks-part-map = { $part } { UNIT($cosine) }
report-looks-points = 一方の画像の場所を選ぶと、もう一方で対応する場所が示されます。矢印キーで移動、Escapeで戻ります。
report-looks-sentence =
    { $kind ->
        [occlusion] 少しずつ覆っていくと、{ $model }で失われる類似度の{ PERCENT($person) }は
       *[other] { $model }でこれらの画像を似たものにしている要素の{ PERCENT($person) }は
    }人物の上{ $parts ->
        [no-value] { "" }
       *[other] （{ $parts }）
    }、{ PERCENT($background) }は{ $masked ->
        [yes] 周囲の灰色の上
       *[no] 背景
    }{ $carried ->
        [no-value] { "" }
       *[other] 、{ PERCENT($carried) }は携行品の上
    }にあります（{ $people }の平均）。
report-looks-parts = { JOIN($parts, with: "、") }
report-looks-part = { $region } { PERCENT($share) }
report-looks-mixed = { $model }では、照合を支持する領域と反対する領域があるため、割合は示しません。
report-looks-no-regions = マスクがないため、{ $model }が見ているもののうちどれだけが人物かは分かりません。
report-looks-hardly = 標準条件から{ $level }まで、類似度はほとんど変わりません（{ UNIT($before) }から{ UNIT($after) }）。
report-looks-change =
    標準条件から{ $level }まで、これらの類似度は{ UNIT($before) }から{ UNIT($after) }に変わります。{ $charge ->
        [share] 変化の{ PERCENT($share) }は{ $region }によるものです：
        [whole] 変化はすべて{ $region }によるものです：
       *[all] 内訳：
    }{ JOIN($parts, with: "、") }（領域を1つずつ入れ替えた値、{ $people }）。
report-looks-charged = { $region } { SIGNEDUNIT($change, places: 3) }
report-looks-charged-alone = { SIGNEDUNIT($change, places: 3) }
report-region =
    { $region ->
        [head] 頭部
        [torso] 胴体と腕
        [legs] 脚
        [carried] 携行品
        [background] 背景
       *[person] 人物
    }
report-looks-fact-cosine = { report-score-capital }
report-looks-fact-map = マップの和
report-looks-fact-constant = どの場所にも属さない分
report-looks-fact-top = 最も明るい場所の寄与
report-looks-fact-kind = 方法
report-looks-fact-error = 和の誤差
report-looks-fact-leaky = マップから見た、変化のうち背景による分
report-looks-fact-reliance = 背景への依存度、0〜1
report-looks-kind =
    { $kind ->
        [exact] 厳密
        [gradient] 勾配、滑らかな係数は固定
       *[occlusion] 一部を覆う
    }
report-looks-no-sum = 和は一致するとは限らない
report-looks-least = 寄与なし
report-looks-most = 寄与最大
report-looks-mean = 水準の平均マップから標準の平均マップを引いたもの（±{ $top }）
report-looks-mean-low = 減少
report-looks-mean-high = 増加
report-looks-laid =
    { $by ->
        [keypoints] 平均マップは、体の関節点で位置を合わせています。
        [mask] 平均マップは、人物マスクの矩形で位置を合わせています。
       *[whole] 平均マップは画像全体のものです：画像内の人物の位置は分かりません。
    }
report-looks-test = { COUNT($pairs) }組で検証した結果：寄与の大きい場所から順に覆うと、平均類似度は{ UNIT($deletion) }になり（無作為な順序では{ UNIT($deletion_random) }、低いほど良い）、寄与の大きい場所から順に画像を組み立てると{ UNIT($insertion) }になります（{ UNIT($insertion_random) }、高いほど良い）。
report-looks-scrambled = 重みをシャッフルしたモデルのマップと、このマップとの相関は{ UNIT($likeness) }です（1：マップは学習した内容ではなく画像を示す）。

## ---- レポート：各章、背景を除去した場合 ---------------------------------------------------------

report-masked-head = 背景を除去した場合
report-as-shot = 撮影のまま
report-masked = マスク
report-change = 変化
report-masked-column = { $figure }、{ $variant }
report-masked-caption =
    同じ画像の、人物以外をすべて灰色（{ PLAIN($fill) }）にしたもの。マスク：{ $by ->
        [scene] レンダラーによる正確なマスク
        [files] マスクファイル
        [sam] Segment Anything
        [grabcut] 人物を知らないGrabCut（画像を確認してください）
       *[other] { $by }によるマスク
    }。{ $refused ->
        [0] 使えないマスクはありませんでした
       *[other] この要因の画像{ COUNT($refused) }枚は、使えるマスクがないため除外しました（{ $why }）
    }。人物は画像の{ PERCENTS($cover) }を占めます。
report-masked-reasons = { $reason }、ほか
report-masked-quality = 画像{ COUNT($pictures) }枚の正確なマスクとの重なりは{ UNIT($mean) }です（IoU、20枚に1枚は{ UNIT($low) }未満）。
report-masked-threshold = しきい値は、マスクした画像で設定し直しています。
report-masked-undecided = マスクした画像にはしきい値がありません：{ JOIN($why, with: "；") }。
report-masked-table = 標準条件に対する値、撮影のままとマスク
report-masked-table-note = 数値の下は、人物を単位とする95%信頼区間です。変化は、同じ人物の背景ありと背景なしの対比較です。見逃しの変化は、100分の1を1ポイントとして示します。
report-masked-lower = マスクで低下
report-masked-higher = 上昇
report-masked-thresholds = しきい値 { UNIT($shot) }、マスク { UNIT($masked) }
report-masked-strangers = 他人 { UNIT($shot) }、マスク { UNIT($masked) }

## ---- レポート：各章、別の姿勢で描いた人物 --------------------------------------------------------

report-generated-head =
    { $kind ->
        [styles] 各カメラのスタイルで描いた画像
       *[poses] 生成器で姿勢を変えた画像
    }
report-generated-styles =
    各人物の各条件の1枚目の画像と、その下に、同じ画像を各カメラのスタイルで描いたものです。{ COUNT($people) }人のうち{ COUNT($shown) }人を示し、数値は全員の平均です{ $judge ->
        [no-value] { "" }
       *[other] ：{ $judge }による元画像とのコサイン類似度と、同じ条件のほかの人々の画像との平均
    }。L1は画素の平均差で、スタイルによる変化の大きさを表します。人物を保つスタイルでは、コサイン類似度が、生成器の大きさにした元画像の値に近く、ほかの人々との値をはるかに上回ります。
report-generated-poses =
    標準条件の各人物（元画像）を、各条件の本人の画像の姿勢で描き、実際の画像の下に示しています。{ COUNT($people) }人のうち{ COUNT($shown) }人を示し、数値は全員の平均です。L1は画素の平均差（低いほど良い）、SSIMはWang et al. 2004の構造的類似度（高いほど良い）です{ $judge ->
        [no-value] { "" }
       *[other] 。コサインは、{ $judge }による実際の画像とのコサイン類似度です
    }。生成器は、元画像の複製よりも良くなければなりません。
report-generated-missing = 画像{ COUNT($pictures) }枚にはキーポイントがないため、その姿勢ではだれも描いていません：写真の場合、キーポイントは写真フォルダーのkeypoints/NAME.jsonに置きます。
report-generated-true = 実際の画像
report-generated-source = 元画像
report-generated-copy =
    { $kind ->
        [styles] その大きさにした元画像
       *[poses] 元画像の複製
    }
report-generated-all = すべて
report-generated-figure =
    { $name ->
        [l1] L1
        [ssim] SSIM
        [other] コサイン、ほかの人々
       *[cosine] コサイン
    }

## ---- レポート：各章、有効な対策 -----------------------------------------------------------------

report-remedies-head = 有効な対策
report-remedies-caption = 各モデルで保持率が最も低い水準に対する対策の効果です。標準条件と比べ、対策ごとにしきい値を設定しています。変化は同じ人物での対比較で、95%信頼区間を示します。「対策なし」の値は上の数値と少し異なることがあります：ここでは、他人との比較は標準条件だけで行い、しきい値は全員で設定しています。FMRは、その水準の照合画像で通過する他人の割合です：上がれば、他人にも有利に働いています。1枚あたりのミリ秒はこの計算機での値で、マスクを作成した場合はその時間を含みます。
report-remedy = 対策
report-remedy-cost = ms
report-remedy-recommended = { $name }：{ $why }

## ---- レポート：取得失敗 -------------------------------------------------------------------------

report-failures-title = 取得失敗
report-failures-none = すべての画像を使用できました。
report-failures-text = 画像{ COUNT($count) }枚は使用できず、除外しました。隠さずに件数を示しています。
report-failures-masked = 画像{ COUNT($count) }枚は、撮影のままでは使用できましたが、マスクできませんでした。
report-failures-more = ほか{ COUNT($more) }枚はmanifest.jsonに記載
report-failures-protocol = プロトコル
report-failures-condition = 条件
report-failures-person = 人物
report-failures-picture = 画像
report-failures-reason = 理由

## ---- レポート：方法 -----------------------------------------------------------------------------

report-method-title = 方法と来歴
report-method-pictures = 画像
report-method-pictures-text =
    { COUNT($conditions) }条件での{ $people }の画像{ COUNT($pictures) }枚です。{ $source ->
        [scene] レンダリングしたシーンで、要因以外はすべて標準条件です
        [photos] 写真です
       *[mixed] 写真とレンダリングしたシーンです
    }。画像は、各ネットワークの入力サイズに一度で変換します（{ LIST($fits) }）。
report-method-comparisons = 比較
report-method-score-of =
    { $score ->
        [cosine] { $model }では長さを1にした特徴ベクトルのコサイン類似度
       *[other] { $model }ではモデルが与える{ $score }
    }
report-method-comparisons-text =
    { $score ->
        [cosine] 長さを1にした特徴ベクトルのコサイン類似度で比較します
        [score] 2枚の画像のスコアは、{ JOIN($scores, with: "、") }です
       *[other] モデルが2枚の画像に与える{ $score }で比較します
    }。本人どうしのセルは、2つの条件にまたがる画像のすべての組（対角では異なる画像の組、同じ画像どうしは比べません）を、まず人物ごとに、次に人物にわたって平均します。{ $strangers ->
        [yes] 一般の他人：一方の条件のある人物の画像と、もう一方の条件の別の人物の画像を、両方向で比べ、人の組はすべて同じ重みとします。
       *[no] 他人どうしの比較は行っていません。
    }{ $alike ->
        [yes] 同じ服装の他人は、同じ服を着た2人の人物です。
       *[no] 同じ服装の他人は測定していません。
    }
report-method-across =
    同一人物、他人とも、異なる{ $places ->
        [camera] カメラ
        [day] 日
       *[other] { $places }
    }の画像だけを比べます。
report-method-control =
    { $control ->
        [camera] そのため、変化の影響の基準は、別のカメラで撮影し直した標準条件です。
        [day] そのため、変化の影響の基準は、別の日に撮影し直した標準条件です。
        [scene-day] 画像は2つのセッションでレンダリングし、異なるセッションの画像だけを比べます：変化の影響の基準は、撮影し直した標準条件です。
        [scene] レンダリングした画像は、条件内でも条件間でも、姿勢とノイズが異なります。照明やカメラの異なる別のセッションはどちらにも含まれないため、その影響は測定していません。
       *[photos] 別の日の標準条件のような対照はありません：標準条件の画像は同じ時点のものでありえますが、ほかの条件の画像は別の時点のものです。撮影し直したことの影響は、要因の影響に含まれます。
    }
report-method-threshold = しきい値
report-method-threshold-text = スコアがしきい値を超えるとき、かつそのときに限り、組は合致します。しきい値は、モデルごとに、標準条件の一般の他人で誤合致率が{ RATE($fmr) }になるように一度設定し、すべての条件に適用します。{ JOIN($models, with: "") }
report-method-threshold-of = { $model }：{ UNIT($value, places: 4) }、{ COUNT($comparisons) }件の比較のうち{ COUNT($matches) }件がこれを超えます。
report-method-threshold-noted = { $threshold }（{ $note }）
report-method-threshold-split = しきい値は、固定のシャッフルで選んだ{ COUNT($tuned) }人で設定しました。誤合致率は残りの{ COUNT($tested) }人で測定したため、しきい値を、設定に用いた人々で検証することはありません。見逃しは全員について数えています。
report-method-threshold-further = そのほかの誤合致率：{ JOIN($rates, with: "；") }。
report-method-rate-resolved = { RATE($fmr) }は扱えます
report-method-no-threshold = しきい値は設定していません：{ JOIN($why, with: "；") }。そのため、見逃しと使用できる範囲は示しません。
report-method-retention = 保持率とlog₁₀ FMR
report-method-retention-text = 保持率は、セルの（本人どうし − 他人どうし）を、標準条件の（本人どうし − 他人どうし）で割った値です。モデルの{ report-score-plural }をずらしたり伸縮したりしても変わりません。log₁₀ FMRは、標準条件の他人のうち、スコアがセルの平均以上である割合です。スコアを単調増加に変換しても変わりません。
report-method-leaning = Precision優先かRecall優先か
report-method-leaning-text = cは信号検出理論の応答バイアスで、見逃しと誤合致の正規分布の分位点の差の半分です。どちらも、照合を変えないはずの要因の、変化したすべての条件にわたる平均です。0を上回るモデルは、他人を受け入れるよりも同一人物を拒否しやすく（Precision優先型）、0を下回るモデルはその逆です（Recall優先型）。値は、しきい値の設定に用いた誤合致率によって異なります。
report-method-intervals = 信頼区間
report-method-intervals-text = 95%、点ごと、人物を単位とします：{ JOIN($methods, with: "、") }。
report-method-interval =
    { $method ->
        [subject-t] 被撮影者についてのt分布
        [picture-jackknife] 画像のジャックナイフ法
       *[other] { $name }
    }
report-method-intervals-none = 信頼区間はありません。
report-method-intervals-misses = 見逃しの信頼区間は、示したしきい値での新しい人々についてのもので、設定し直したしきい値についてのものではありません：設定し直したしきい値にも誤差があり、そのより広い信頼区間は、しきい値の表とrates.parquetにあります。
report-method-intervals-unlike = 平均{ report-score-name }の信頼区間は、比較していない人々のことを反映できません：人々が一様でない、この規模の模擬評価では、真の値を含んだのは少ない場合で標本の{ PERCENT($held) }で、最大{ PERCENT($above) }では区間全体が真の値より上、つまり楽観的な側にありました。保持率の信頼区間は少なくとも{ PERCENT($retention) }、見逃しは少なくとも{ PERCENT($misses) }、モデル間の差は少なくとも{ PERCENT($differences) }で真の値を含みました。
report-method-intervals-sparse = 信頼区間の得られた標本が{ COUNT($enough) }個に満たない模擬設定{ COUNT($settings) }件は数えていません。そこでの最も低い割合は、保持率では{ COUNT($retention_samples) }個の標本の{ PERCENT($retention) }、モデル間の差では{ COUNT($differences_samples) }個の{ PERCENT($differences) }です。
report-method-intervals-caveat = 留意点：{ JOIN($what, with: "；") }。
report-method-limits = 対象外
report-method-limits-text = 測定した水準の外や、比較した人々と異なる人々については、何も述べていません。多数の信頼区間は、同時に成り立つものではありません：多くのセルの中には、真の値を含まないものがあります。要約とその文が示す最悪の水準での見逃しの信頼区間と、使用できる範囲は例外で、この実行のすべての水準、要因、モデルについて同時に成り立ちます。
report-method-limits-one = 比較した人物は1人です：数値は、同じように撮影したこの人物の新しい画像についてのものです。

## ---- カード：重みについて ----------------------------------------------------------------------------------

card-unknown = 不明
card-words = { $text }
card-no-training = なし
card-rendered-people = レンダリングした人物で学習したもの：デモ用であり、運用には使用できません
card-only-imagenet = 学習の出発点となるImageNetの重み：人物は学習していません
card-data-arcface-demo = 1台のカメラに写る、レンダリングした人物{ COUNT($people) }人の画像{ COUNT($pictures) }枚（レシピ{ $recipe }）
card-data-moco-demo = レンダリングした人物のラベルなし画像{ COUNT($pictures) }枚、カメラ{ COUNT($cameras) }台（レシピ{ $recipe }）
card-licence-of-weights = 重みのライセンス
card-licence-yours = 学習に使った画像の条件が許す範囲で、利用者のもの
card-licence-code = コードは{ $code }。重みは入手元を参照
card-licence-insightface = コードはMIT。insightfaceが公開するモデルは非商用の研究のみ
card-licence-lup = コードはApache-2.0。LUPersonのデータは研究のみ
card-licence-solider = 重みのライセンス。その学習データは研究のみ
card-licence-not-stated = 公式のコードと重みにはライセンスの記載がありません。手元の重みは利用者のもの
card-licence-none-published = 公式の重みは公開されていません。手元の重みは利用者のもの
card-code-here = Apache-2.0（本プロジェクト）
card-data-all-parts = { $name }の学習用とテスト用の全体、人物ID{ PLAIN($people) }個
card-data-adapted = { $source }の{ $learnt }；{ $target }のラベルなし画像{ COUNT($pictures) }枚に適応
card-data-imagenet = ファイルから分かる限りではImageNet
card-data-intel = Intelの学習コードが挙げるのはMarket-1501とMSMT17
card-data-luperson = LUPerson、ラベルなし画像400万枚
card-data-luperson-then = LUPerson、続いてラベル付きデータセット
card-data-people = { $name }、人物ID{ PLAIN($people) }個
card-data-tag = タグ{ $tag }を参照
card-data-trained =
    { $rendered ->
        [yes] レンダリングした人物の
       *[no] { "" }
    }画像{ COUNT($pictures) }枚、{ $people ->
        [no-value] ラベルなし
       *[other] 人物ID{ COUNT($people) }個
    }
card-feature-all-cells = 全ブランチのセル、1x1の次元削減の後（3ブランチなら6 x 256）
card-feature-average = 大域平均、{ PLAIN($dimension) }次元
card-feature-before-bnneck = 大域平均、BNNeckの前
card-feature-bnneck = 大域平均、{ PLAIN($dimension) }次元、BNNeckの後
card-feature-camera =
    { $feature }、{ $camera ->
        [no-value] 学習時のカメラまたは視点{ PLAIN($cameras) }個の埋め込みの平均を使用
       *[other] 学習時のカメラまたは視点{ PLAIN($cameras) }個のうち{ $camera }番として
    }
card-feature-cells =
    { PLAIN($branches) }ブランチのセル{ PLAIN($cells) }個 x { PLAIN($length) }、1x1の次元削減{ $reduced ->
        [yes] の後
       *[no] なし
    }
card-feature-class-token =
    クラストークン（{ PLAIN($width) }）とその射影（{ PLAIN($projected) }）、ネックの{ $neck ->
        [before] 前
       *[after] 後
    }
card-feature-composite = 各モデルのベクトルを、それぞれ長さ1にして並べたもの
card-feature-encoder =
    { $pairs ->
        [yes] Verification Classifierの入力、{ "" }
       *[no] { "" }
    }{ $model ->
        [no-value] 画像エンコーダーE_Iの大域平均
       *[other] 追加エンコーダーE_A（Model { $model }）の大域平均
    }
card-feature-global-token =
    大域トークン{ $jigsaw ->
        [yes] と4つの局所トークン / 4
       *[no] { "" }
    }、ネックの{ $neck ->
        [before] 前
       *[after] 後
    }
card-feature-graph = グラフの出力{ $output }
card-feature-graph-of = { $architecture }のONNXグラフの出力{ $output }
card-feature-ibn = 大域平均、BNNeckの後（ResNet-50では2048次元）
card-feature-idla = 比較されるもの：各画像の37x12の特徴マップ25枚
card-feature-linear =
    { $dimension ->
        [no-value] { "" }
       *[other] { PLAIN($dimension) }次元、{ "" }
    }全結合層とそのバッチ正規化の後
card-feature-linear-relu = { PLAIN($dimension) }次元、全結合層、バッチ正規化、ReLUの後
card-feature-lstm-branch = POOL-5に続けて、局所ブランチによる3つの部位のベクトル。それぞれの半分の長さは1
card-feature-map =
    最後の特徴マップの大域平均{ $dimension ->
        [no-value] { "" }
       *[other] 、{ PLAIN($dimension) }次元
    }{ $before ->
        [no-value] { "" }
        [neck] 、ネックの前
       *[layer] 、以降の層の前
    }
card-feature-mgn = 8 x { PLAIN($length) }：3ブランチの全体、2分割、3分割、それぞれのネックの後
card-feature-neck =
    { $pooling ->
        [average] 大域平均
        [gem] 一般化平均（p = 3）
       *[gem-learned] 一般化平均（pは学習）
    }、{ PLAIN($dimension) }次元、バッチ正規化ネックの後
card-feature-network = ネットワークの出力{ $output }
card-feature-of-head = Verification Classifierに渡されるもの：両画像の特徴
card-feature-output = { PLAIN($dimension) }次元、出力{ $output }
card-feature-pair-maps = 比較されるもの：各画像の特徴マップ{ PLAIN($maps) }枚
card-feature-pool-five =
    POOL-5、最後の特徴マップの{ $pooling ->
        [average] 平均
        [sum] 平均 + 最大
       *[concat] 平均と最大
    }{ $branch ->
        [no-value] { "" }
        [lstm] 、続いてLSTMを通した3つの部位。それぞれの半分の長さは1
       *[independent] 、続いて独立した層を通した3つの部位。それぞれの半分の長さは1
    }
card-feature-pool-five-alone = POOL-5：最後の特徴マップの平均と最大の和。LSTMの部分は含みません
card-feature-pooled-map = POOL-5：最後の特徴マップをプーリングしたもの
card-feature-solider =
    最後の特徴マップの平均{ $reduced ->
        [yes] 、全結合層
       *[no] { "" }
    }、ネックの{ $neck ->
        [before] 前
       *[after] 後
    }
card-feature-stripes = 帯ごとのヒストグラムの平方根（色21区間、テクスチャ7区間）
card-feature-then = { $feature }、続いて{ $layers }
card-feature-timm = プーリングした特徴、分類器は除去
card-feature-tokens = 大域トークン、ジグソーブランチがあれば4つの局所トークン / 4も、ネックの前
card-feature-trunk = ネックのないバックボーンの大域平均
card-feature-without-neck = 大域平均。この重みにネックはありません
card-feature-wrapped = ネットワークの出力
card-licence-page = モデルのページを参照
card-network-transreid = TransReID ViT-B/16またはDeiT
card-source-here = 本プロジェクト
card-source-idla = Ahmed, Jones and Marks, CVPR 2015（重みは非公開）；probe train idla.small
card-source-links = { $place }（{ $file }へのリンクがあります）
card-source-lstm = 文書003（著者による公開物はありません）；probe train lstm.small
card-source-no-code = { $paper }（著者はコードも重みも公開していません）
card-source-readme = { $place }（READMEに重みへのリンクがあります）
card-source-readmes = { $first }と{ $second }（READMEに重みへのリンクがあります）
card-source-two = { $first }と{ $second }
card-source-weights-in = { $place }、重みは{ $weights }
card-summary-agw = FastReID AGW ResNet-50、non-localブロック付き
card-summary-arcface = ArcFace iResNet-50、112x112、insightfaceの学習方法
card-summary-arcface-demo = 小さなArcFace iResNet。レンダリングした人物の、1台のカメラの軌跡で学習
card-summary-arcface-study = ArcFace iResNet-50、384x128（元の評価と同じ。この大きさで学習した重みが必要）
card-summary-arcface-trained = `probe train`による任意の大きさのiResNet（card.yamlを指定）
card-summary-bot = FastReID BoT ResNet-50（重みにあればIBN-a）
card-summary-composite = { COUNT($count) }個のネットワークを1つに：{ JOIN($names, with: "、") }
card-summary-ensemble = EnsembleNet：1〜8ブランチのそれぞれに最終段があり、部分に分けるResNet
card-summary-fdgan = FD-GANの画像エンコーダー、または転移の追加エンコーダー（Model A、Model B）
card-summary-fdgan-pairs = FD-GANのVerification Classifierによる、組のスコア
card-summary-ibn = strong baseline：重みに応じてResNetまたはResNet-IBN-a、BNNeck付き
card-summary-idla = IDLA：2枚の画像の近傍の差による、組のスコア
card-summary-lstm = 体の部位を読むLSTMを横に置いて学習したResNet。使うのはPOOL-5だけ
card-summary-lstm-branch = 同じ重みで、局所ブランチによる3つの部位もベクトルに含むもの
card-summary-mean-camera = カメラの埋め込みを持つ{ $network }の重み：どのカメラにも埋め込みの平均を使用
card-summary-mgn = FastReID MGN ResNet-50：3ブランチ、8ヘッド
card-summary-moco =
    LUPerson MoCo v2 ResNet-50、{ $size }、最後のストライド{ PLAIN($stride) }（{ $whose ->
        [study] 元の評価と同じ
       *[pretrained] 事前学習のまま
    }）
card-summary-moco-demo = 小さなMoCo v2 ResNet。レンダリングした人物のラベルなし画像で学習
card-summary-moco-finetuned = fast-reidでファインチューニングしたLUPerson ResNet-50、独自の正規化
card-summary-moco-trained = `probe train`による任意の大きさのボトルネック型ResNet（card.yamlを指定）
card-summary-older-ibn =
    `ibn`の旧名、バックボーンは{ $trunk ->
        [plain] 通常のResNet-50
       *[ibn-a] ResNet-50-IBN-a
    }
card-summary-onnx = ONNXファイルのネットワーク。カードに記載がなければImageNetの正規化
card-summary-openvino = OpenVINO形式のネットワーク。カードに記載がなければBGRの画素値0..255
card-summary-osnet = OSNet、多尺度（omni-scale）の特徴（torchreidの重み）
card-summary-osnet-ain = OSNet-AIN、ほかのデータにも通じるように設計。torchreidの重み
card-summary-osnet-all = { $data }の全体で学習したtorchreidの重み
card-summary-osnet-zoo = torchreidのモデル集のOSNet x0.25、学習データは{ $data }
card-summary-patches = { $network }、パッチのストライド16または12、カメラの埋め込みのない重み
card-summary-resnet50 = torchreid、open-reid、HHL、FD-GANの重みのResNet-50バックボーン、その平均
card-summary-retail = Intelの{ $name }。Market-1501でRank-1 { SHARE($rank) }、mAP { SHARE($precision) }（Intelによる値）
card-summary-sbs = FastReID SBS ResNet-50、non-localブロックと学習型プーリング付き
card-summary-solider = SOLIDER Swin-T、-S、-B（意味の重みsemantic weight付き）、ファインチューニング済みまたは事前学習のまま
card-summary-stripes = 水平な12の帯の色とテクスチャ。学習ではなく計算によるもの
card-summary-timm = timmの{ $model }、分類器の前のプーリングした特徴
card-summary-wrapped = Pythonプログラムのネットワーク

## ---- レポート：来歴とモデル ---------------------------------------------------------------------

report-provenance-study = 評価
report-provenance-run = 実行
report-provenance-run-text = { $run }、{ $created }、スキーマ { $schema }
report-provenance-protocol = プロトコル { $name }
report-provenance-protocol-text =
    { $file }；sha256 { $digest }；{ $source ->
        [photos] 写真
       *[scene] レンダリングした人物
    }、画像{ COUNT($pictures) }枚{ $failures ->
        [0] { "" }
       *[other] ；取得失敗{ COUNT($failures) }枚
    }
report-provenance-model = モデル { $name }
report-provenance-images = 画像、sha256
report-provenance-options = オプション
report-option =
    { $name ->
        [fmr] 誤合致率
        [further_fmr] そのほかの誤合致率
        [attention] 着目領域のマップ
        [photos] 写真
        [subjects] 人数
        [split_strangers] 他人の分割
        [pictures] 縮小画像の保存
        [pixelate_faces] 顔のモザイク処理
        [inputs] 入力のsha256
        [protocol] プロトコル
        [backbones] バックボーン
        [masks] マスク
        [remedies] 対策
        [engine] エンジン
        [precision] 精度
       *[other] { $name }
    }
report-provenance-seeds = シード
report-provenance-device = デバイス
report-provenance-packages = パッケージ
report-provenance-notes = 注記
report-card-weights = 重みのsha256
report-card-without-weights = 重み
report-card-no-weights = なし
report-card-digest = 数値を決めるもののダイジェスト
report-card-input = 入力
report-card-feature = 特徴
report-card-dimension = 次元
report-card-scorer = 組を採点するモデル
report-card-data = 学習データ
report-card-licence = ライセンス
report-card-source = 出典
report-card-options = オプション
report-card-demonstration = デモ用
report-card-engine = エンジン
report-card-embedded = ベクトル化した画像
report-card-embedded-text = { COUNT($embedded) }枚、キャッシュから{ COUNT($cached) }枚
report-card-notes = 注記
report-yes = はい
report-no = いいえ

## ---- レポート：カメラ間の人物照合 ---------------------------------------------------------------

report-match-title = カメラ間の照合
report-match-deck =
    { COUNT($cameras) }台のカメラに写った歩行{ COUNT($walks) }件です。それぞれを、{ LIST($models) }によって、ほかのカメラのすべての歩行と比べます。1件の歩行につき最大{ COUNT($pictures) }枚の画像を使います{ $mask ->
        [no-value] { "" }
       *[other] 。背景は{ $mask }のマスクで塗りつぶします
    }。
report-match-scores = スコアの意味
report-match-what-a-score-is = 2件の歩行のスコアは、一方の画像ともう一方の画像のすべての組の{ report-score-name }の平均です。順位は、だれが最も似ているかを示すもので、同一人物であることを示すものではありません：その人物がほかのカメラの前を通っていなくても、だれかが1位になります。
report-match-meaning-unknown = これらのスコアの誤合致率は分かりません。同じモデルの実行を--runで指定してください。
report-match-meaning-no-threshold =
    実行{ $study }には、誤合致率{ RATE($fmr) }に対するしきい値がありません{ $note ->
        [no-value] 。
       *[other] ：{ $note }
    }
report-match-meaning =
    { UNIT($threshold, places: 3) }を超える2件の歩行は、同一人物とみなします。実行{ $study }では、他人の{ RATE($fmr) }がこのしきい値を通過します{ $low ->
        [no-value] { "" }
       *[other] 。ほかの人々では{ SHARE($low) }〜{ SHARE($high) }でありえます（95%信頼区間）
    }。しきい値は、条件「{ $condition }」での、画像1枚どうしの他人の比較{ COUNT($comparisons) }件で設定しました。カメラ、照明、距離が異なると、割合も異なりえます：これらのカメラの割合が分かるのは、これらのカメラの画像による実行だけです。数枚の画像の平均は、1枚ずつのスコアよりばらつきが小さくなります。平均そのものの割合は測定していません。1件のクエリーは最大{ COUNT($compared) }件の歩行と比べます：この割合では、約{ DECIMAL($strangers) }件の他人が通過します。
report-match-cameras = カメラ
report-match-camera = カメラ
report-match-frames = フレーム
report-match-people-seen = 検出した人物
report-match-tracks = 軌跡
report-match-walks = 画像のある歩行
report-match-without-crop = 小さすぎる、ぼけている、または1色
report-match-unmasked = マスクなし
report-match-speed-head = 速度
report-match-speed = { COUNT($frames) }フレームを{ DECIMAL($seconds) } sで処理：全段階を合わせて{ DECIMAL($rate) }フレーム/s。張・呉がYOLACT++とstrong baselineについてRTX 2080 Tiで示した{ DECIMAL($document, places: 0) }フレーム/sの{ PERCENT($share) }です。
report-match-speed-again =
    { COUNT($frames) }フレームを{ DECIMAL($seconds) } sで処理。{ $kept ->
        [0] 一部のベクトル
       *[other] { COUNT($kept) }フレーム
    }は以前の結果を使ったため、全体の速度は示しません。
report-match-peak = 割合：ネットワークの毎秒の演算数の、この計算機で後から測定した1,024 x 1,024の行列2つの積（float32、NumPy）の毎秒の演算数に対する割合：毎秒{ DECIMAL($gigaflops, places: 0) } × 10⁹回。
report-match-step = 段階
report-match-went-through = 処理済み
report-match-seconds = 秒
report-match-a-second = 毎秒
report-match-share = プロセッサに対する割合
report-match-stage =
    { $stage ->
        [detect] 人物の検出
        [crop] フレームの読み込み、軌跡の追跡、切り出し画像の書き込み
        [mask] マスク
        [embed] 特徴
       *[compare] 歩行の比較
    }{ $model ->
        [no-value] { "" }
       *[other] 、{ $model }
    }
report-match-done =
    { $stage ->
        [detect] { COUNT($done) }フレーム
        [crop] { COUNT($done) }フレーム
        [compare] 歩行{ COUNT($done) }件
       *[other] 画像{ COUNT($done) }枚
    }{ $kept ->
        [0] { "" }
       *[other] 、以前の結果{ COUNT($kept) }
    }
report-match-span = { $first }から{ $last }まで
report-match-crops = 切り出し画像{ COUNT($crops) }枚、比較{ COUNT($compared) }枚
report-match-above = しきい値を超える歩行 { COUNT($compared) }件のうち{ COUNT($above) }件
report-match-is-above = しきい値を超える
report-match-when =
    { $time ->
        [no-value] フレーム{ $frame }
       *[other] { $time }（フレーム{ $frame }）
    }
report-match-box = { $x }, { $y }に{ $width } x { $height } px
report-match-more = ほか{ COUNT($walks) }件の歩行は{ $file }にあります。

## ---- 撮影シート：撮影者が撮る画像 ---------------------------------------------------------------

sheet-person = 人物ID
sheet-instruction =
    各行に書かれたもの以外は、すべて標準条件（{ $standard }、太字）のままにします。1枚撮るごとに枠に印を付け、画像と画像の間に人物に少し動いてもらいます。右に書かれた名前で保存します。IDは{ $person }{ $numbered ->
        [no-value] です。1枚ごとに別の名前を使います。
       *[other] 、Nは画像の番号です。
    }
sheet-pictures = 画像
sheet-save-as = 保存名
sheet-date = 日付
sheet-place = 場所
sheet-consent = 同意書の署名

## ---- 審査者向け：バイオメトリクスの報告書の指標 ---------------------------------------------------

note-one-condition = 条件が1つしかありません
note-gallery-too-large = この大きさのギャラリーに対して、比較した他人が少なすぎます
note-few-groups = { $attribute }：{ COUNT($fewest) }人以上のグループが2つありません
note-examination-few = いずれの数値についても、人数が足りないか、しきい値がありません
report-examiner-curves-head = 検出エラートレードオフ（DET）
report-examiner-curves = 標準条件に対する見逃しで、その条件の他人の誤合致率が列見出しの値になるときのものです。95%信頼区間は、誤合致率ごとの、人物を単位とするものです：人数が少ないとしきい値の位置はおおよそにしか分からないため、真にその誤合致率を持つしきい値についての区間です。他人が少なすぎて支えられない誤合致率と、どの誤合致率でもだれも見逃されない条件は省いています。
report-examiner-plots =
    正規尺度上の曲線で、帯は下の各誤合致率の信頼区間をつないだものです。帯は誤合致率ごとに95%で、曲線全体に対するものではありません。{ $every ->
        [yes] 描いた誤合致率でだれも見逃されない条件は省いています。
       *[no] 描いた誤合致率でだれかが見逃される{ COUNT($missed) }条件のうち、見逃しが最も多い{ COUNT($shown) }条件を描いています。
    }
report-examiner-false-matches = 横軸：この条件の他人の誤合致率
report-examiner-misses = 縦軸：見逃し
report-examiner-identification-head = ギャラリーの探索
report-examiner-identification = Rank-1とRank-5：N人の画像が1枚ずつあるギャラリーで、本人が上位1人、上位5人に入る割合です。オープンセット：他人の{ PERCENT($fpir) }がだれかに合致するときに、見逃される探索の割合（FNIR）です。ギャラリーのほかの人々は、すべての他人からの独立な抽出とみなします（二項モデル）：測定した人数より多いギャラリーについては外挿です。失敗した探索のない条件は省いています。
report-examiner-people-head = 誤りの集中
report-examiner-people = 1モデルにつき、見逃しの最も多い人物を最大{ COUNT($most) }人示します。見逃し：変化したすべての条件での、本人の比較に占める割合です。通過：他人がその人物として、またはその人物が他人として通過する割合です。これらの画像の人々がすべて一様だとした場合に、このような集中が起こる確率（並べ替え検定）：見逃しは{ $misses }、誤合致は{ $matches }。標準条件の本人の画像は、すべての比較に含まれます。
report-examiner-chance = p = { $p }（{ $model }）
report-examiner-no-chance = 検定なし
report-examiner-calibration-head = 証拠としてのスコア
report-examiner-calibration = Cllr（ビット）：0はすべてを伝え、1は何も伝えず、それより大きい値は誤らせることを表します。対象の人物を除く全員でのロジスティック回帰によって校正しています。これらのスコアの校正で到達できる最小値（PAV）を横に示します。これはCllrを上回らず、その信頼限界もCllrの信頼限界を上回りません。
report-examiner-held = { COUNT($studied) }人の模擬評価（ほかの人と似ていない人物を含む）では、これらの信頼区間が真の値を含んだ標本は、少ない場合で{ LIST($figures) }でした。含まなかった場合の多くは、楽観的な側に外れていました。
report-examiner-held-figure =
    { PERCENT($held) }（{ $figure ->
        [rate] 見逃し率
        [rank] Rank-1
        [open-set] オープンセット
        [least] 最小Cllr
       *[cllr] Cllr
    }）
report-examiner-flow-head = 2台のカメラ間の人数の計数
report-examiner-flow = 各カメラの前をN人が通り、その半数は両方の前を通るとします。1台目のカメラのだれかとのスコアがしきい値を超えた人を数えます。計数の誤差：期待値と、人物を単位とする95%信頼区間（見逃しが最多で誤合致が最少の場合からその逆まで）、および、測定した割合が正確だとした場合に10回の調査のうち9回が入る範囲です。
report-examiner-groups-head = グループごとの誤り率
report-examiner-groups = この実行のしきい値での、変化したすべての条件にわたる値です：各グループの人々の見逃しと、同じグループ、および2つのグループの間で通過する他人。95%信頼区間は人物を単位とする、行ごとの区間です。誤合致率の根拠となる人の組の数を最後に示します。
report-examiner-differentials-head = グループ間の格差
report-examiner-differentials = 最悪のグループの誤り率が、最良のグループの何倍か、また平均的なグループ（幾何平均）の何倍かを、ISO/IEC 19795-10とNIST IR 8429の用語に従って示します。誤合致は、同じグループの他人についてのものです。等しいグループの間でも、どれかが最悪になります：95%信頼区間は、その選択を行ごとに考慮しています。信頼区間が1を含むときは、差を認めません。これは差がないという意味ではありません。誤り率0に対する比は示しません。
report-examiner-not-stated = { $attribute }が示されていない{ COUNT($people) }人は、どのグループにも入りません。
report-examiner-small-group = { $attribute }：{ $group }は{ COUNT($people) }人で、信頼区間を求めるには少なすぎるため、比較しません。
report-examiner-group = グループ
report-examiner-group-name =
    { $within ->
        [yes] { $attribute }：{ $first }
       *[no] { $attribute }：{ $first }と{ $second }
    }
report-examiner-group-people = 人数
report-examiner-group-passed = 通過する他人
report-examiner-group-pairs = 人の組
report-examiner-by = 属性
report-examiner-error-kind = 誤り
report-examiner-error-of =
    { $error ->
        [misses] 見逃し
       *[matches] 誤合致
    }
report-examiner-worst = 最悪と最良
report-examiner-worst-and-best = { $worst }、{ $best }
report-examiner-to-best = 最悪／最良
report-examiner-to-mean = 最悪／平均
report-examiner-differ = 差
report-examiner-told =
    { $told ->
        [yes] 認められる
       *[no] 認められない
    }
report-examiner-or-more = { $least }以上
report-examiner-absent = ここにないもの：{ LIST($sections) }：{ $reason }。
report-examiner-first = これらの表は、名前順で最初の{ COUNT($subjects) }人についてのもので、残りの{ COUNT($left_out) }人は省いています。
report-examiner-section-curves = 検出エラートレードオフ
report-examiner-section-identification = ギャラリーの探索
report-examiner-section-people = 誤りの集中
report-examiner-section-calibration = 証拠としてのスコア
report-examiner-section-flow = カメラ間の計数
report-examiner-section-differentials = グループ間の格差
report-examiner-model = モデル
report-examiner-condition = 条件
report-examiner-gallery = N
report-examiner-rank-1 = Rank-1
report-examiner-rank-5 = Rank-5
report-examiner-fnir = オープンセット、FNIR
report-examiner-person = 人物
report-examiner-missed = 見逃し
report-examiner-carries-misses = 全見逃しに占める割合
report-examiner-passed = 通過
report-examiner-carries-matches = 全誤合致に占める割合
report-examiner-cllr = Cllr
report-examiner-least = 最小値
report-examiner-survey-people = 人数
report-examiner-error = 計数の誤差
report-examiner-range = 調査10回中9回

## ---- 検索：画像を何で比較したか -----------------------------------------------------------------

evaluate-vectors =
    { $distance ->
        [cosine] コサイン類似度
       *[euclidean] ユークリッド距離、ベクトルはそのまま
    }{ $flip ->
        [yes] 、画像＋水平反転
       *[no] { "" }
    }{ $stage ->
        [first] 、第1段階
       *[only] { "" }
    }
evaluate-reranked = { $compared }、再ランキング（k1 { PLAIN($k1) }、k2 { PLAIN($k2) }、重み { PLAIN($weight) }）
evaluate-every-pair = すべての組の{ $score }
evaluate-second-stage = { $score }、{ $backbone }で最も近い{ COUNT($top) }件に対して

## ---- 提案されたプロトコル：問いと、各フィールドの説明 --------------------------------------------

init-proposed =
    { $few ->
        [yes] 画像ファイル{ PLAIN($files) }個のうち{ PLAIN($matched) }個にしか当てはまりません：ほかのファイルを確認してください。
       *[no] 画像ファイル{ PLAIN($files) }個のうち{ PLAIN($matched) }個から提案しました。
    }確認すること：水準、標準の水準、単位。
init-factor =
    { $name ->
        [orientation] 向き
        [distance] 距離
        [clothing] 服装
        [carrying] 持ち物
        [light] 明るさ
        [camera_height] カメラ高度
        [background] 背景
       *[other] { $written }
    }
init-question = { LIST($factors) }が変わっても人物を照合できるか。
init-expectation = 良いモデルが変化に反応すべき場合はsensitive
init-kind = nominal、ordered、またはcircular（度）
init-fit = 画像は各モデルの学習時と同じ形で渡される。letterbox：すべて同じ形
init-standard = すべてこの水準と比べる
init-boxes = この表に行のない画像は使わない

## ---- 重みファイルの系統：テンソルから分かること、すべきこと ---------------------------------------

family =
    { $name }{ $architecture ->
        [no-value] { "" }
       *[other] ：{ $architecture }
    }{ $evidence ->
        [no-value] { "" }
       *[other] （{ JOIN($evidence, with: "、") }を含む）
    }。{ $advice }
family-looks =
    { $name }{ $architecture ->
        [no-value] { "" }
       *[other] ：{ $architecture }
    }
family-network = { $name } { $architecture }
family-unknown = 不明
family-bare-trunk = バックボーンのみ
family-luperson = LUPerson、または別のバックボーンのみ
family-blocks = ブロック { $blocks }
family-widths = 幅 { $widths }
family-stem = { PLAIN($channels) }チャネルのステム
family-another-trunk = 別のバックボーン
family-another-trunk-of = 別のバックボーンの{ $recipe }
family-another-width = 別の幅の{ $network }
family-semantic = セマンティック埋め込み付きの{ $network }
family-semantic-trunk = セマンティック埋め込み付きの別のバックボーン
family-image-encoder = { $network }の画像エンコーダー
family-jigsaw =
    { $network }、{ $jigsaw ->
        [yes] jigsawブランチあり
       *[no] jigsawブランチなし
    }
family-mgn =
    MGN（3ブランチ）{ $network ->
        [no-value] { "" }
       *[other] 、{ $network }
    }
family-linear-feature = 線形の特徴層を持つ{ $network }
family-local-branch = 3分割の局所ブランチを持つバックボーン
family-branches = { COUNT($count) }ブランチ
family-basic-blocks = 基本ブロックによる{ $network }
family-verification-head = Verification Classifierを持つ{ $network }
family-additional-encoder = Additional Encoderを持つ{ $network }
family-identity-discriminator = 人物の識別器（discriminator）
family-pose-discriminator = 姿勢の識別器（discriminator）
family-generator = 生成器（generator）
family-discriminator = 識別器（discriminator）
family-trunk-with-head =
    { $pcb ->
        [yes] PCBを持つバックボーン
       *[no] 線形の特徴層を持つバックボーン
    }
family-raw-checkpoint = { $network }、学習時のチェックポイントのまま
family-classifier = { PLAIN($classes) }クラスの分類器を持つ{ $network }
family-imagenet-classifier = { PLAIN($classes) }クラスの分類器を持つ{ $network }（ImageNetは1000クラス）
family-vit = 幅{ PLAIN($width) }のViT
family-use-card-file = --backbone { $card }で使用できます。
family-use-card = --backbone { $card }=FILEで使用できます。
family-use-one-of = --backbone NAME=FILEで使用できます。NAMEは次のいずれか：{ JOIN($cards, with: "、") }。
family-use-timm = --backbone timm:NAME=FILEで使用できます。NAMEはtimmでのモデル名です。
family-ways = timmのネットワークなら--backbone timm:NAME=FILE、自作のコードなら--backbone package.module:specを使うか、ONNXに書き出してください：--backbone onnx:FILE。
family-onnx = ONNXのグラフ
file-looks =
    { $known ->
        [yes] { $looks }と見られます
       *[no] 見たところ：{ $looks }
    }
file-lines = 形式 { JOIN($lines, with: " | ") }
family-imagenet-start = ImageNetによる初期値で、人物は学習していません：--backbone { $card }=FILEで実行できます。
family-not-of-people = 別の情報がない限り、人物は学習していません。
family-segmenter = 人物とそのマスクを検出します：--mask yolact=FILE、またはprobe crop --detector yolact=FILEで使用してください。
family-not-supported = この系統にはまだ対応していません。ONNXに書き出して--backbone onnx:FILEを使うか、自作のコードを--backbone package.module:specで指定してください。
family-only-iresnet-50 = ここで構築できるのはiResNet-50だけです。probe trainで作成したものは、そのcard.yamlで実行できます。
family-input-size = 線形層が{ PLAIN($positions) }個の位置を読みます：入力サイズが異なります。
family-convolutional-stem = 畳み込みのステムを持っています。
family-blocks-instead = ブロックが{ PLAIN($expected) }個でなく{ COUNT($count) }個です。
family-other-mgn = バックボーンまたはヘッドが、ResNet-50上のFastReID 1.0のものと異なります。
family-without-features =
    { $network ->
        [no-value] 人物の比較に使える特徴がありません
       *[other] { $network }には、人物の比較に使える特徴がありません
    }。net_Eにはあります。
family-draws-styles = 画像を描くもので、特徴はありません：probe generate FILE --data FORM=DIR。
family-tensors-named =
    { $names ->
        [no-value] テンソルを含んでいません。
       *[other] テンソルの名前は{ JOIN($names, with: "、") }です。
    }

## ---- `probe doctor`：ファイルのテンソルの行方と、各検査の結果 -----------------------------------

load-report-matched = 一致
load-report-missing = 不足
load-report-mismatched = 形の不一致
load-report-unexpected = 想定外
load-report-left-out = 除外
load-report-shape = { $name }は{ $expected }でなく{ $actual }
load-report-more = { $names }、ほか{ COUNT($more) }個

doctor-verdict =
    { $verdict ->
        [good] 良好
        [suspicious] 要確認
        [wrong] 誤り
       *[not-measured] 未測定
    }
doctor-check =
    { $check ->
        [size] サイズ
        [camera-embedding] カメラ埋め込み
        [classifier-as-feature] 特徴としての分類器
        [batch-norm] バッチ正規化
        [repeatable] 再現性
        [norm] ノルム
        [collapse] 縮退
        [mirror] 水平反転
        [channel-order] チャネル順
        [normalisation] 正規化
       *[pictures] 画像
    }
doctor-few-pictures = 異なる人物の画像が少なくとも{ COUNT($fewest) }枚必要です
doctor-size = { $size }
doctor-wide = { $size }は高さより幅が大きくなっています
doctor-cameras =
    重みは、学習に使った{ COUNT($count) }個のカメラまたは視点の埋め込みを持っています{ $stands_in ->
        [none] { "" }
        [mean] 。その平均で代用します
       *[other] 。{ $number }番で代用します
    }
doctor-dimension = ベクトルは{ PLAIN($dimension) }次元です
doctor-classifier = ベクトルは{ PLAIN($dimension) }次元で、学習時の人物IDの数と同じです
doctor-batch-used = バッチ正規化{ PLAIN($norms) }個のうち{ PLAIN($count) }個が、バッチの統計量を使っています
doctor-batch-fresh = バッチ正規化{ PLAIN($norms) }個のうち{ PLAIN($count) }個が、初期の統計量のままです
doctor-batch-trained = { PLAIN($norms) }個が学習時の統計量を持っています
doctor-no-length = 長さが{ SCIENTIFIC($length) }のベクトルがあります
doctor-lengths = { SIGNIFICANT($least) }〜{ SIGNIFICANT($most) }
doctor-probabilities = 値は合計が1の確率です
doctor-not-repeatable = 同じ画像から、2回目には異なるベクトルが得られます
doctor-batch-decides = 画像のベクトルが、バッチ内のほかの画像によって変わります
doctor-repeatable = 別のバッチでも、同じベクトルが得られます
doctor-different = 異なる画像の平均コサイン類似度は{ UNIT($cosine, places: 4) }
doctor-mirror = 水平反転画像との平均コサイン類似度は{ UNIT($cosine, places: 4) }
doctor-no-batch-norm = ネットワークの入力付近にバッチ正規化がありません
doctor-graph-norms = グラフにバッチ正規化が残っていません：多くの書き出しでは、畳み込みに統合されます
doctor-own-code = ネットワーク内部の計算が見えるのは、PyTorchとONNXのグラフだけです
doctor-misfit = 学習時とのずれは{ DECIMAL($misfit, places: 3) }。最良の代替、{ $other }では{ DECIMAL($other_misfit, places: 3) }
doctor-orders-alike = どちらの順もこれらの画像に同じように合います：{ $misfits }
doctor-other-order = 逆のチャネル順
doctor-normalised-twice = 2回正規化
doctor-not-normalised = なし（{ $range }）
doctor-hint-pictures = フォルダーを指定してください：--photos DIR
doctor-hint-size = サイズは（高さ、幅）です：人は立っています。
doctor-hint-cameras = ほかのカメラの埋め込みはありません：ベクトルが定義されるのは、学習に使ったカメラだけです。
doctor-hint-stand-in = 公開されている数値は各画像のカメラを使ったもので、この代用には当てはまりません。
doctor-hint-classifier = 分類器の手前の層を使ってください。
doctor-hint-batch-used = ネットワークのeval()を呼び、移動平均の統計量を保持してください。
doctor-hint-batch-fresh = ネットワークが学習されていないか、保存時に統計量が失われています。
doctor-hint-above = 上を参照。
doctor-hint-random = ランダムな要素があります：dropoutが学習モードになっていませんか。
doctor-hint-batch-decides = バッチ正規化が学習モードになっているか、バッチにまたがる層があります。
doctor-hint-collapse = すべての画像が同じに見えています：入力が誤っているか、重みが働いていません。
doctor-hint-mirror = 水平反転画像はほぼ同一人物になるはずです：層の順序が乱れている可能性があります。
doctor-hint-misfit = カードを確認してください：{ $other }のほうが重みに合います。

## ---- 進捗：コマンドの実行中の表示 ---------------------------------------------------------------

progress-line =
    { $step }：{ $unit ->
        [pictures] 画像
        [pairs] 組
        [cells] セル
        [conditions] 条件
        [remedies] 対策
        [steps] ステップ
        [frames] フレーム
        [files] ファイル
       *[bytes] バイト
    } { COUNT($done) } / { COUNT($everything) }{ $rate ->
        [no-value] { "" }
       *[other] { $fast ->
            [yes] 、{ COUNT($rate) }/s
           *[no] 、{ DECIMAL($rate) }/s
        }
    }{ $seconds ->
        [no-value] { "" }
       *[other] 、{ DECIMAL($seconds, places: 0) } s
    }{ $left ->
        [no-value] { "" }
       *[other] 、残り{ DECIMAL($left, places: 0) } s
    }
progress-further-protocols = ほかのプロトコルは、フォルダーまたは名前を指定して実行します：probe run { $folder }（{ LIST($names) }）
progress-cluster =
    クラスター：ノード{ COUNT($nodes) }台、同時に{ COUNT($networks) }バッチ、各{ COUNT($threads) }スレッド
cluster-no-ray = --clusterにはパッケージrayが必要ですが、インポートできません（{ $detail }）
cluster-not-there = クラスターに参加できません（{ $detail }）
cluster-not-there-hint =
    `ray start --head`で起動し、表示されるアドレスを指定してください。--cluster localには不要です。トークンが必要なクラスターでは、RAY_AUTH_MODE=tokenを設定し、その~/.ray/auth_tokenをここにも置いてください
cluster-no-node =
    モデルに必要な{ COUNT($cores) }コアをもつノードがクラスターにありません。--threadsで少なくするか、より大きなノードを起動してください
cluster-no-gpu =
    このモデルはここではGPUで動きますが、GPUをもつノードがクラスターにありません。GPUのあるノードを起動するか、--device cpuを指定してください
cluster-cannot-send = 評価の一部をほかのマシンに送れません（{ $detail }）
cluster-work-lost =
    { $item }を処理するプロセスが、完了前に{ COUNT($times) }回終了しました（{ $detail }）
cluster-work-lost-hint =
    メモリ不足の可能性があります。--clusterなしで試すか、ノードあたりのプロセスを減らしてください（--threads）
cluster-node-differs =
    ノード{ $node }はこのマシンと{ $name }が異なります：ノードでは{ $there ->
        [no-value] なし
       *[other] { $there }
    }、ここでは{ $here ->
        [no-value] なし
       *[other] { $here }
    }
cluster-node-differs-hint =
    数値の末尾の桁が変わりえます。同種のマシンに同じバージョンを入れるか、このノードをクラスターから外してください
cluster-model-differs =
    ノード{ $node }の計算はこのマシンと異なります：{ $name ->
       *[vectors] 生成画像のベクトルまたはスコアが異なります
        [key] 重み、カード、またはコードが異なります
        [engine] ノードは{ $there }、このマシンは{ $here }でモデルを動かします
        [mask] 最初の画像のマスクが異なります
    }
cluster-node-cannot-read = ノード{ $node }はこのファイルを読み込めません：{ $reason }
cluster-node-cannot-use = ノード{ $node }はファイルを使えません：{ $detail }
cluster-node-cannot-mask = ノード{ $node }はこのマスク生成器を読み込めません：{ $reason }
cluster-node-cannot-load = ノード{ $node }はこのモデルを読み込めません：{ $reason }
cluster-shared-hint =
    画像、重み、キャッシュ（--cache）は、すべてのノードで同じパスに必要です。全ノードが共有するフォルダーに置いてください
progress-protocol = プロトコル{ $name }：{ COUNT($conditions) }条件、{ $file }より
progress-compares =
    { COUNT($people) }人を{ COUNT($conditions) }条件で比較：画像{ COUNT($pictures) }枚、{ COUNT($models) }モデル。他人は異なる任意の2人{ $more ->
        [0] { "" }
       *[other] 、ほかに他人としてのみ{ COUNT($more) }人
    }{ $across ->
        [no-value] { "" }
        [camera] 。異なるカメラの画像だけを比較
        [day] 。異なる日の画像だけを比較
       *[other] 。異なる{ $across }の画像だけを比較
    }
progress-photographs = { $protocol }の写真を読み込み中
progress-people = { $protocol }の人物をレンダリング中
progress-rendering = レンダリング中
progress-data-set = 画像{ COUNT($count) }枚、約{ DECIMAL($megabytes, places: 0) } MB（すでにあるものを除く）
progress-styling = スタイルを描画中
frames-progress = { $camera }の人物
frames-unreadable = フレームを除外：{ $frame }：{ $reason }
frames-left-out =
    ファイル{ COUNT($count) }個を除外：{ $first }（{ $reason }）{ $count ->
        [1] { "" }
       *[other] 、ほか
    }
frames-rows-unknown = { $table }の{ COUNT($rows) }行のうち{ COUNT($unknown) }行は、フレームを指していません。最初は{ $first }です
frames-unsure = スコアが--least-score未満の矩形{ COUNT($count) }個を除外しました
frames-outside = 矩形{ COUNT($count) }個はフレームの外にあるため除外しました
frames-cut-off =
    矩形{ COUNT($boxes) }個のうち{ COUNT($count) }個はフレームから大きくはみ出しているため、切り詰めました{ $mostly ->
        [yes] 。値は左上隅のxとy、幅、高さですか。2つの隅の座標は、列x1、y1、x2、y2に書きます
       *[no] { "" }
    }
frames-video-cut = { $video }は{ COUNT($count) }フレーム中{ COUNT($read) }フレームで終わっています：末尾が欠けているか壊れています。読み込めた分は残します
match-empty-camera = { $camera }には、切り出し画像の残った人物がいません：除外します
frames-title = { $camera }の歩行
frames-question = 同じ歩行の後の部分でも人物を照合できるか。
progress-fetching = { $name }を取得中
progress-backbone = バックボーン{ $name }：{ $engine }
progress-without-cache = { $folder }のキャッシュは使えません（{ $reason }）。何も保存せず、すべて計算します
progress-cost =
    { $pictures ->
        [0] { COUNT($cells) }セル
       *[other] レンダリングする画像{ COUNT($pictures) }枚（保存済みを除く、約{ COUNT($megabytes) } MB）、{ COUNT($cells) }セル
    }
progress-estimate = { $model }：画像{ COUNT($pictures) }枚、約{ $duration }、ベクトル{ COUNT($megabytes) } MB
progress-workload = 比較{ COUNT($comparisons) }回、モデルごとに1コアで約{ $duration }、ネットワークのほかにメモリー{ COUNT($memory) }{ "\u00A0" }MB、ディスク{ COUNT($disk) }{ "\u00A0" }MB（概算）
progress-resuming = { $folder }を再開
progress-nothing-to-resume = これらの入力で再開できるものがありません：新しい実行を始めます
progress-masking = { $masker }でマスク中
progress-refused = マスク{ $mask }：画像{ COUNT($count) }枚が使えません。最初は{ $picture }：{ $reason }
progress-of-mask =
    { $mask ->
        [no-value] { "" }
       *[other] 、マスク{ $mask }
    }
progress-embedding = { $model }でベクトル化中{ progress-of-mask }
progress-mirrored = 水平反転、{ $model }{ progress-of-mask }
progress-scoring = { $model }で採点中{ progress-of-mask }
progress-comparing = { $model }で{ $protocol }を比較中{ progress-of-mask }
progress-looks = { $protocol }での{ $model }の着目領域{ progress-of-mask }
progress-remedies = { $protocol }での{ $model }の対策
progress-remedies-there = { COUNT($models) }個のモデルの対策（ノード上）
progress-renditions = レポート用の縮小画像を保存中
pairs-scored = { $model }は、画像{ COUNT($pictures) }枚の{ COUNT($pairs) }組を採点します
pairs-expected = { $model }：最初の{ COUNT($pairs) }組の所要時間から、約{ $duration }
duration-seconds = { COUNT($seconds) } s
duration-minutes = { COUNT($minutes) } min
duration-hours = { DECIMAL($hours) } h

## ---- 学習：実行中の表示 -------------------------------------------------------------------------

training-counts =
    画像{ COUNT($pictures) }枚{ $people ->
        [no-value] { "" }
       *[other] 、人物ID{ COUNT($people) }個
    }、カメラ{ COUNT($cameras) }台
training-frames = { COUNT($frames) }フレーム、標識された人物{ COUNT($instances) }、うちマスク付き{ COUNT($masks) }
training-frames-empty = { $set }：{ COUNT($frames) }フレームのうち{ COUNT($left_out) }フレームを除外：標識された人物がいません
training-annotations-alone = 注釈{ COUNT($count) }件は、画像がないため除外しました。最初は{ $first }です
training-annotations-unlisted = 注釈{ COUNT($annotations) }件のうち{ COUNT($count) }件は、ファイルにない画像を指しているため除外しました
training-boxes-empty = 矩形{ COUNT($annotations) }個のうち{ COUNT($count) }個は、幅か高さがないかフレームの外にあるため除外しました
training-boxes-cut-off =
    矩形{ COUNT($boxes) }個のうち{ COUNT($count) }個はフレームから大きくはみ出しているため、切り詰めました{ $mostly ->
        [yes] 。値は左、上、幅、高さですか。COCOでは2つの隅の座標は使いません
       *[no] { "" }
    }
training-set-counts =
    { $name }：画像{ COUNT($pictures) }枚、{ $first ->
        [no-value] 人物IDは不使用
       *[other] 人物ID { PLAIN($first) }〜{ PLAIN($last) }
    }、カメラ { PLAIN($first_camera) }〜{ PLAIN($last_camera) }
training-single-pictures =
    人物ID{ COUNT($people) }個は画像が1枚だけです{ $effect ->
        [no-value] { "" }
       *[other] 。{ $effect }
    }
training-single-repeated = サンプラーはそれを{ COUNT($times) }回繰り返します
training-single-in-pairs = 異なる人物の組だけに使います
training-single-in-poses = 異なる人物の組だけに使い、自身の姿勢で描きます
training-keypoints =
    { LIST($stages) }用の画像{ COUNT($pictures) }枚のキーポイント：関節点{ COUNT($joints) }個のうち{ COUNT($missing) }個が欠け、{ COUNT($outside) }個が画像の外にあります{ $poseless ->
        [0] { "" }
       *[other] 。画像{ COUNT($poseless) }枚には関節点が1つもありません
    }
keypoints-small = 注記：最も低い関節点は画像の高さの{ PERCENT($share) }（中央値）にありますが、切り出し画像では人物は約90%まで写ります：キーポイントは、より小さな画像のものではありませんか。値は、画像ファイルそのものの画素の列と行です
training-reading-keypoints = キーポイントを読み込み中
training-unmoved = 注記：どの最適化器でも更新されないもの：{ JOIN($networks, with: "、") }
training-float32 = 注記：{ $stage }はfloat32で計算します：レシピではbfloat16ですが、このプロセッサにはその命令がありません
training-no-tensorboard = 注記：TensorBoardのファイルは書き込みません：パッケージtensorboardがありません（pip install 'probe-reid[training]'）
training-log-lacks-epochs = ログに欠けているエポックがあります。重みには影響しません
training-stages-done = { COUNT($stages) }段階のうち{ COUNT($done) }段階が完了
training-going-on = エポック{ COUNT($epoch) }、ステップ{ COUNT($step) }の次から続行
training-started-from = { $folder }、段階{ $stage }より：{ JOIN($networks, with: "、") }
training-size-patch = { COUNT($height) }x{ COUNT($width) }の画像は、このネットワークのパッチ（{ COUNT($patch) }x{ COUNT($patch) }画素）より小さいです
training-size-step = レシピのaugmentationの `size`（高さ、幅の順）を大きくしてください
training-size-unfit = このネットワークは{ COUNT($height) }x{ COUNT($width) }の画像を受け付けません: { $said }
training-stride-step = `stride: { COUNT($stride) }` と書くか、画像の大きさを変えてください
training-stride-untold = ストライド { COUNT($stride) } とストライド { COUNT($read) } の重みは { COUNT($height) }x{ COUNT($width) } では区別できません。開くときは { COUNT($read) } とみなされます
training-progress =
    { $recipe }を学習中{ $stage ->
        [no-value] { "" }
       *[other] 、{ $stage }
    }
training-loss =
    { $name ->
        [no-value] 損失
       *[other] { $name }
    } { DECIMAL($value, places: 4) }
training-watched = { $name } { DECIMAL($value, places: 3) }
training-stage = 学習
training-epoch =
    { $stage }：{ $epochs ->
        [no-value] ステップ { COUNT($step) }
       *[other] エポック { PLAIN($epoch) } / { PLAIN($epochs) }
    }：{ JOIN($figures, with: "、") }、画像{ DECIMAL($rate, places: 0) }枚/s、待ち時間 { PERCENT($waited) }

## ---- 学習の一覧：その表 -------------------------------------------------------------------------

matrix-row = 行
matrix-seeds = シード
matrix-training = 学習
matrix-distance = 別の距離がデータセットの後に示されていない限り、ベクトルはコサイン類似度で比較します。
matrix-training-begins = { PLAIN($number) } / { PLAIN($count) }：行{ $row }、シード{ PLAIN($seed) }
matrix-figure =
    { DECIMAL($mean, places: 3) }{ $sd ->
        [no-value] { "" }
       *[other] { " " }+- { DECIMAL($sd, places: 3) }
    }{ $least ->
        [no-value] { "" }
       *[other] （{ DECIMAL($least, places: 3) }〜{ DECIMAL($most, places: 3) }）
    }
matrix-row-failed = 行{ $row }、シード{ PLAIN($seed) }が失敗：{ $error }
matrix-published-in = { $source }での公開値
matrix-published-beside = { $data }：公開値と、ここでの値
matrix-spread = 平均 +- sd（最小〜最大）
matrix-failed = 失敗
matrix-seeds-failed = { COUNT($count) }個が失敗

## ---- 拒否：複数の部屋に共通の次の手順 ------------------------------------------------------------

step-forms = 形式：{ JOIN($forms, with: "、") }
step-restore-copy = ファイルをコピーから復元してください。
step-pictures-are = 画像として扱うのは、名前が{ JOIN($endings, with: "、") }で終わるファイルです
place-protocol = プロトコル{ $name }
place-protocol-part = プロトコル{ $name }、{ $part }
place-protocol-condition = プロトコル{ $name }、条件{ $condition }
step-restore-or-take-out = ファイルをコピーから復元するか、そのフレームを取り除いてください。
step-new-out = --outに新しいフォルダーを指定してください。
step-may-you-read = そのファイルを読む権限がありますか？
step-download-again = もう一度ダウンロードし、大きさとチェックサムを入手元のものと比べてください。
step-engine-auto = --engine autoを使ってください。
step-install = pip install 'probe-reid[{ $extra }]'を実行してください
step-card-yaml = `probe train`が重みのそばに書いたcard.yamlを使ってください。
step-doctor-says = 何の重みかは、probe doctor { $file }で分かります。
step-unpack-and-name = 中に重みファイルがあれば、展開してそのファイルを指定してください。
place-step = ステップ{ $step }
step-name-out = 終了した`probe train`の--outを指定してください。
step-train-again = その段階をもう一度学習するか、ファイルをコピーから復元してください。
step-keypoints-forms = キーポイントは、OpenPoseのJSON、.npyの配列、またはランドマークのファイルです。

## ---- 拒否：画像 ----------------------------------------------------------------------------------

pictures-folder-step = 写真のフォルダーを指定してください；{ $near }
pictures-name-folder = 写真のフォルダーを指定してください
pictures-folder-is-file = これはフォルダーではなくファイルです
pictures-folder-not-there = そのようなフォルダーはありません
pictures-fetch-cuhk03 = github.com/zhunzhong07/person-re-rankingのフォルダーCUHK03-NPから取得し直してください
pictures-looks-like = { $layout }と見られます：{ LIST($names, word: "or") }
pictures-condition-empty = 条件{ $condition }（{ $label }）に使用できる画像がありません
pictures-condition-lost = 条件{ $condition }（{ $label }）に使用できる画像がありません。{ COUNT($lost) }枚が使えませんでした。最初は{ $first }：{ $reason }
pictures-condition-add = その画像を加えるか、水準をプロトコルから取り除いてください
pictures-mend-these = これらの画像を直すか、差し替えてください
pictures-box-each = すべての画像の行をこの表に加えるか（切り出し済みの画像の矩形は、画像全体とします）、残りの画像を切り出して`boxes`を外してください
pictures-none-here =
    フォルダーに{ $held ->
        [no-value] 画像がありません
       *[other] 読み込める画像がありません：{ $held }
    }{ $closed ->
        [0] { "" }
       *[other] 。中の{ COUNT($closed) }個のフォルダーは調べていません（{ $first }）
    }
pictures-files-of-ending =
    { $ending ->
        [no-value] 拡張子のない
       *[other] { $ending }の
    }ファイル{ PLAIN($count) }個
pictures-differ-in-case = 大文字と小文字が異なります：画像は{ $picture }です
pictures-write = { $name }と書いてください
pictures-first-is = 最初の画像は{ $name }です
pictures-is-spreadsheet = 表計算ソフトのファイルかアーカイブです：UTF-8のCSVとして書き出してください
pictures-save-utf8 = UTF-8で保存してください：{ PLAIN($byte) }バイト目がUTF-8ではありません
pictures-save-utf8-from = UTF-8で保存してください：{ PLAIN($byte) }バイト目がUTF-8ではありません。{ $encoding }と見られます
pictures-no-such-table = そのようなファイルはありません：{ $near }
pictures-columns-small = 列名は小文字です：{ $other }でなく{ $name }と書いてください
pictures-columns-are =
    { $needed }。この表には{ $columns ->
        [no-value] 列がありません
       *[other] { JOIN($columns, with: "、") }があります
    }
pictures-same-asked =
    条件{ $first }と{ $second }は同じ画像を求めています：{ $factor }は{ $where ->
        [scene] scene:では
        [both] scene:でもtransform:でも
       *[transform] transform:では
    }何も変えません
pictures-same-step =
    { $source ->
        [scene] scene:（例：orientation: ${ $name }）またはtransform:
       *[transform] transform:
    }の値に${ $name }を使うか、各水準に{ $source ->
        [scene] scene:またはtransform:
       *[transform] transform:
    }を持たせてください
pictures-takes-photographs = プロトコル{ $protocol }は写真を使います
pictures-photos-option = 写真のフォルダーを指定してください：--photos FOLDER
pictures-not-name-dir = { $given }はNAME=DIRの形ではありません
pictures-names = 名前：{ JOIN($names, with: "、") }。
pictures-data-set-is-file = これはファイルです。データセットのフォルダーが必要です
pictures-unpacked-folder = アーカイブを展開したフォルダーを指定してください
pictures-no-folder-of = { $layout }のフォルダーではありません
pictures-leads-out = { $out }は、フォルダー{ $folder }の外に出ています
pictures-list-below = リストが指す画像は、そのフォルダーの下になければなりません。そこへ移動するか、コピーしてください。
pictures-number-out-of-range = 人物またはカメラの番号が、どのデータセットにもない値です
step-restore-damaged = ファイルをコピーから復元してください。壊れている可能性があります。
pictures-lists-misfit = プロトコルの各リストが互いに合いません
pictures-picture-not-in = プロトコルの画像{ $picture }が、images_{ $boxes }、{ $boxes }、このフォルダーのいずれにもありません
pictures-extract-first = まず、cuhk-03.matの画像をimages_{ $boxes }に取り出してください。
pictures-protocol-lacks = プロトコルに{ JOIN($names, with: "、") }がありません
pictures-no-matlab = MATLABのファイルでないか、壊れています
pictures-no-cuhk03 = CUHK03-NPのフォルダーではありません：{ $file }がありません
pictures-put-file = そのファイルをここに置いてください。
pictures-one-person-only = 人物が1人だけです：見分ける対象がありません
pictures-folder-a-person = 1人につき1つのフォルダーを収めたフォルダーを指定してください。
pictures-no-folder-with-pictures = 画像を収めたフォルダーがありません
pictures-folder-a-person-form = 1人につき1つのフォルダーが必要です：PERSON/picture.jpg
pictures-three-folders-empty = 3つのフォルダーに画像がありません
pictures-unpack-again = アーカイブをもう一度展開してください。画像は、これらのフォルダーにある.jpgファイルです。
pictures-none-named-as = { $layout }の形（PERSON_cCAMERA...）の名前の画像がありません。最初の画像は{ $first }です
pictures-identity-folders = 1人につき1つのフォルダーならidentity_folders=DIRを使ってください。
pictures-not-named-market = 画像{ COUNT($all) }枚のうち{ COUNT($unnamed) }枚の名前がPERSON_cCAMERA...の形ではありません。最初は{ $first }です
pictures-rename-or-move = 名前を変えるか、移動してください。だれの画像か分かりません。
pictures-no-folder-of-lacks = { $layout }のフォルダーではありません：{ JOIN($parts, with: "、") }がありません
pictures-name-holder = それらを収めたフォルダーを指定してください。
pictures-not-named-as = 画像{ COUNT($all) }枚のうち{ COUNT($unnamed) }枚の名前が{ $layout }の形ではありません。最初は{ $first }です
pictures-names-nobody = { $line }に当たる人物はここにいません
pictures-line-is-range = 1行は、人物の番号、または601-971のような範囲です。
pictures-nothing-named-as = { $layout }の形の名前の画像がここにはありません
pictures-not-path-person = 「path person」の形で、ファイル名の3番目がカメラである行ではありません：{ $line }
pictures-msmt-line = ファイルをコピーから復元してください。1行は0000/0000_000_01_0303morning.jpg 0のような形です。
pictures-no-msmt17 = msmt17のフォルダーではありません：{ JOIN($lists, with: "、") }と、フォルダーtrainまたはmask_train_v2が必要です
pictures-name-lists = リストのあるフォルダーを指定してください。
pictures-words-by-factor = 語は、要因と水準ごとに並べます
pictures-words-example = 例：orientation: { "{" }front: [front, "前"], back: [back]{ "}" }
pictures-no-factor-name = { $factor }は要因の名前として使えません
pictures-factor-letters = headwearのように、小文字、数字、「_」、「-」で書いてください
pictures-words-no-list = { $level }の語が、文字列のリストではありません
pictures-words-quoted = front: [front, "前"]のように書いてください。数字やyes/noは引用符で囲みます
pictures-group-of-nobody = groups：{ $name }は、だれについても記されていません
pictures-group-column = photos.metadataの表に列{ $name }を加えるか、photos.patternに{ "{" }{ $name }{ "}" }を入れてください；{ $near }
pictures-two-groups = { $person }が、{ $name }について2つのグループに属しています：{ $groups }
pictures-one-group = 1人は1つのグループに属します：メタデータを訂正するか、値を空にしてください
pictures-pattern-below = パターンは、写真のフォルダーの下に収まらなければなりません
pictures-pattern-relative = --photosで指定するフォルダーからの相対パスを、「/」で区切って書いてください
pictures-pattern-braces = 波括弧の対応が取れていません
pictures-pattern-fields = フィールドは{ "{" }subject{ "}" }のように書いてください
pictures-pattern-parts = フィールドと*が{ COUNT($parts) }個あるパターンです
pictures-pattern-most = { COUNT($most) }個までにしてください
pictures-pattern-side-by-side = 2つのフィールドが隣り合っています：境目が分かりません
pictures-pattern-between = 間に文字、「_」または「/」を入れてください
pictures-pattern-no-field = { "{" }{ $name }{ "}" }はフィールドの名前ではありません
pictures-no-level = { $written }は{ $factor }の水準ではありません
pictures-say-what-it-means = { $near }；またはphotos.values.{ $field }にその意味を書いてください（nullならこれらの画像を除きます）
pictures-none-fits = 画像ファイル{ COUNT($pictures) }個のどれも、パターン{ $pattern }に当てはまりません。最初は{ $first }です
pictures-deeper-pattern = 画像はさらに下のフォルダーにあります。プロトコルを複製し、photos.pattern: { $pattern } と書くか（* はどのフォルダーにも当てはまります）、`probe init FOLDER` に提案させてください
pictures-mend-pattern = プロトコルのphotos.patternを直すか、`probe init FOLDER`に提案させてください
pictures-subject-and-stranger = { $person }は被撮影者でもあり他人でもあります（該当する人物：{ COUNT($people) }人）
pictures-stranger-else = 他人は別人でなければなりません：異なる人物には異なる名前を付けるか、被撮影者の画像を他人のフォルダーから取り除いてください
pictures-none-usable = パターン{ $pattern }に当てはまる画像{ COUNT($placed) }枚は、どれも使えません。最初は{ $first }です：{ $trouble }
pictures-path-and-table = { $field }が、パスでは{ $by_path }、{ $table }では{ $by_table }です
pictures-correct-one = どちらかを訂正するか、列{ $field }の名前を変えてください
pictures-pattern-has-made = パターンに{ "{" }{ $field }{ "}" }がありますが、{ $factor }の水準は変換が作ります
pictures-pattern-other-name = { "{" }{ $field }{ "}" }の代わりに別の名前か*を置くか、transform:を取り除いてください
pictures-table-has-made = メタデータに列{ $field }がありますが、{ $factor }の水準は変換が作ります
pictures-table-other-name = 列{ $field }に別の名前を付けるか、transform:を取り除いてください
pictures-pattern-lacks = パターンに{ "{" }{ $field }{ "}" }がありません：水準が分かりません
pictures-pattern-write = パスの中で{ $factor }を表す位置に{ "{" }{ $field }{ "}" }を書いてください
pictures-differ-in = 1つの条件の画像が、{ "{" }{ $field }{ "}" }について異なります：{ $first }と{ $second }
pictures-declare-repeat = 繰り返しとして宣言する（photos: repeat: [{ $name }]）か、要因にしてください
pictures-table-no-row = 表に行がありません
pictures-table-row-each = すべての画像に行を設けるか、表をプロトコルから取り除いてください
pictures-rows-name-none = { COUNT($rows) }行のうち、画像を指す行は0行です。最初は{ $first }です
pictures-row-no-path = この行にはパスがありません
pictures-paths-below = パスは、写真のフォルダーから見た形で書きます
pictures-path-twice = { $path }が2回現れています
pictures-one-row = 1枚の画像につき1行にしてください
pictures-no-pattern = プロトコル{ $protocol }にphotos: patternがありません
pictures-add-pattern = photos: { "{" }pattern: ...{ "}" }を加えるか、`probe init FOLDER`にプロトコルを提案させてください
pictures-across-unknown = photos.across：{ COUNT($unknown) }枚の画像について{ $across }が分かりません
pictures-across-step = photos.patternに{ "{" }{ $across }{ "}" }を入れるか、メタデータに列を加えてください
pictures-names-do-not-say = 画像{ COUNT($pictures) }枚の名前から、だれがどの条件で写っているか分かりません。最初は{ $first }です
pictures-name-apart = anna/45deg/3.jpgやanna_back_3.jpgのように、人物と条件が区切られるようフォルダーやファイルに名前を付けてください。独自の語は--words FILEに書きます
pictures-no-trait = レンダリングした人物には、グループ分けに使える{ $name }がありません
pictures-in-recipe = { $where }：{ $reason }
pictures-boxes-fractions = すべての矩形の幅と高さが1以下です：画像に対する割合になっています
pictures-boxes-pixels = 矩形は画素で表します：xとwidthに画像の幅を、yとheightに画像の高さを掛けてください
pictures-no-number = { $column }が{ $text }で、数値ではありません
pictures-boxes-written = 矩形は画素で表し、12や12.5のように書きます
pictures-too-far = { $column }が{ $text }です：それほど大きい画像はありません
pictures-boxes-most = 矩形は画素で表し、最大{ COUNT($most) }です
pictures-table-zero-bytes = 読み込める表ではありません：ゼロのバイトが含まれています
pictures-table-save-csv = UTF-8のCSVとして保存してください（印のないUTF-16か、表計算ソフトのファイルかもしれません）
pictures-column-twice = 列{ $column }が2回現れています
pictures-column-keep-one = どちらか1つにしてください。黙っていれば、2つ目が1つ目を置き換えてしまいます
pictures-table-unreadable = 読み込める表ではありません（{ $error }）
pictures-quote-not-closed = そこで開いた引用符（"）が閉じられていないのではありませんか？
pictures-table-too-large = { COUNT($bytes) }バイトを超えています。画像の表がこれほど大きいことはありません
pictures-right-file = 正しいファイルですか？
pictures-no-table = 読み込める表ではありません
pictures-more-values = 値が列よりも多くあります
pictures-quote-comma = カンマを含む値は"..."で囲んでください
pictures-value-over-line = 値が行の終わりを越えて続いています
pictures-quote-before = この行より前で開いた引用符（"）が閉じられていないのではありませんか？
pictures-no-column = 列{ $column }がありません
pictures-box-columns = 矩形の表には、列{ $first }、{ $sides }、または列{ $first }、{ $corners }があります

## ---- 拒否：フレーム ------------------------------------------------------------------------------

frames-number-twice =
    { $what ->
        [category] カテゴリー
        [image] 画像
       *[annotation] 注釈
    }{ $number }が2回現れています
frames-annotation-file = この注釈ファイルは{ $reason }
frames-file-unreadable = 読み込めません（{ $detail }）
frames-file-misfit = 形式に合いません：{ $detail }
frames-file-no-json = JSONではありません（{ $detail }）
frames-category-unlisted = { $picture }の注釈のカテゴリー{ $category }が、ファイルに挙げられていません
frames-category-add = ファイルのカテゴリーに加えるか、その注釈を取り除いてください。
frames-polygon-odd = { $picture }の多角形の値が奇数個です
frames-polygon-form = 多角形はx, y, x, y, ...で、単位は画素です。
frames-polygon-outside = { $picture }の多角形が、その矩形の外にあります
frames-polygon-units = どちらも単位は画素です：bboxは左、上、幅、高さ、多角形はx, y, x, y, ...です
frames-frame-unreadable = このフレームは読み込めません（{ $reason }）
frames-mask-unreadable = 読み込めるマスクではありません（{ $reason }）
frames-mask-size =
    マスクは{ PLAIN($height) }x{ PLAIN($width) }画素（高さx幅）、{ $of ->
        [crop] 切り出し画像
       *[frame] フレーム
    }は{ PLAIN($needed_height) }x{ PLAIN($needed_width) }画素です
frames-file-needed = これはフォルダーです。ファイルが必要です
frames-folder-needed = これはファイルです。フォルダーが必要です
frames-no-such-file = そのようなファイルはありません
frames-no-such-folder = そのようなフォルダーはありません
frames-none-here =
    このフォルダーには{ $held ->
        [no-value] フレームがありません
       *[other] 読み込めるフレームがありません：{ $held }
    }
frames-restore-or-cut = ファイルをコピーから復元するか、フレームをもう一度切り出してください。
frames-pictures-not-there = この注釈ファイルの画像がありません
frames-coco-layout = 画像がDIR/NAMEにあるDIR/annotations/{ $before }NAME.jsonが必要です。
frames-coco-json = COCOの{ $before }NAME.jsonで、images、categories、annotationsを含むものが必要です。
frames-picture-twice = 画像{ $picture }が2回現れています
frames-one-entry = 1枚の画像につき1項目にしてください。
frames-boxes-fractions = すべての矩形の幅と高さが1以下です：画像に対する割合になっています
frames-coco-bbox = COCOのbboxは、左、上、幅、高さで、単位は画素です。
frames-no-person-category = { COUNT($ids) }個のカテゴリーに、personという名前のものがありません：{ $names }
frames-call-person = 人物のカテゴリーをpersonと名付けてください。人物だけのファイルなら、名前は不要です。
frames-own-number = それぞれに独自の番号を付けてください：注釈はその番号で指します。
frames-no-crop-run = 切り出しの実行のフォルダーではありません：{ $table }がありません
frames-name-crop-out = 終了した`probe crop`の--outを指定してください。
frames-not-here = これらの画像を切り出した元のフレームがここにありません：フォルダー{ $frames }がありません
frames-put-there = フレームのフォルダー、またはそこへのリンクを置いてください：{ $path }。
frames-other-count = { $frames }には画像が{ COUNT($pictures) }枚ありますが、調べたフレームは{ COUNT($looked) }枚です
frames-give-all-only = その実行のすべてのフレームだけを置いてください：フレームには名前の順に番号が付きます。
frames-not-among = フレーム{ PLAIN($number) }は、{ $frames }の{ COUNT($files) }枚のフレームの中にありません
frames-give-all = その実行のすべてのフレームを、名前の順になるように置いてください。
frames-order-stays = ファイルをコピーから復元してください。フレームの順序は変えないでください。
frames-mask-of-frame = そのフレームのマスクを置くか、フレームを取り除いてください。
frames-no-pixel-value = 注釈が指す値{ PLAIN($value) }の画素がありません
frames-restore-both = マスクと注釈を、同じデータセットのコピーから復元してください。
frames-mask-runs-empty = マスクが空です：すべての連が0です
frames-give-mask = 注釈を取り除くか、そのマスクを与えてください。
frames-no-penn-fudan = Penn-Fudanではありません：フォルダー{ $name }がありません
frames-penn-fudan-holds = { $frames }、{ $masks }、{ $annotations }を収めたフォルダーを指定してください。
frames-no-image-size = Penn-Fudanの注釈ではありません：画像の大きさが記されていません
frames-boxes-readable = 矩形{ COUNT($named) }個のうち、読み込めるのは{ COUNT($boxes) }個です
frames-penn-fudan-box = 矩形は次のように書きます：Bounding box for object 1 "PASpersonWalking" (Xmin, Ymin) - (Xmax, Ymax) : (160, 182) - (302, 431)
frames-box-outside = 物体{ PLAIN($number) }の矩形が、{ PLAIN($width) }x{ PLAIN($height) }のフレームに収まっていません
frames-picture-lacks = { $picture }に対応する{ $folder }/{ $file }がありません
frames-take-out-or-restore = そのフレームを取り除くか、ファイルをコピーから復元してください。
frames-annotation-unreadable = この注釈は読み込めません（{ $detail }）
frames-ask-or-take-out = 読む権限を得るか、そのフレームを取り除いてください。
frames-not-form-path = { $given }はFORM=PATHの形ではありません
frames-forms = 形式：{ JOIN($forms, with: "、") }。
frames-form-unknown = 形式{ $form }は知られていません
frames-no-frame-in-it = フレームがありません
frames-name-set = フレームを収めたデータセットを指定してください。
frames-no-crop-table = 切り出しの実行の表でないか、壊れています
frames-new-out-or-restore = --outに新しいフォルダーを指定するか、ファイルをコピーから復元してください。
frames-rows-missing = この表には欠けている行があります
frames-crops-not-written = 切り出し画像を書き込めません（{ $detail }）
frames-make-room = ディスクの空きを作り、同じコマンドをもう一度実行してください：済んだ分は保たれます。
frames-no-frame-number = frameが{ $text }です。フレームは0, 1, 2, ...と数えます
frames-name-by-number = 番号、またはファイル名で指定してください。
frames-no-score = scoreが{ $text }です。スコアは0から1までです
frames-divide-percentages = 百分率なら100で割ってください。
frames-rows-name-none = { COUNT($rows) }行のうち、フレームを指す行は0行です。最初は{ $first }です
frames-named-by = フレームは、0から始まる番号、またはファイル名で指します。
frames-box-no-size = 幅または高さが0以下の矩形があります
frames-box-corners = xとyは左上の角、x2とy2は右下の角です。
frames-no-mask-folder = そのようなマスクのフォルダーはありません
frames-no-exact-mask = このフレームには正確なマスクがありません
frames-scene-reads = sceneは`probe scenes`が描いたものを読みます。ほかのフレームには検出器を使ってください。
frames-mask-other-size = マスクの大きさが{ $frame }と異なります
frames-restore-or-render = ファイルをコピーから復元するか、フレームをもう一度レンダリングしてください。
frames-folder-closed = このフォルダーの中を調べられません（{ $detail }）
frames-ask-or-copy = 読む権限を得るか、フレームをコピーしてください。
frames-too-many-pixels = { COUNT($most) }画素を超えています
frames-no-video = そのような動画またはフレームのフォルダーはありません
frames-name-video = 動画、または名前の順に並ぶ画像のフォルダーを指定してください。
frames-other-crops = このフォルダーには、別のフレーム、別の検出器、または別の設定による切り出し画像があります
frames-new-out-or-settings = --outに新しいフォルダーを指定するか、開始したときの設定を指定してください。
frames-something-else = このフォルダーには別のものが入っています
frames-file-damaged = このファイルは壊れています
frames-fps-of-folders = --fpsはフレームのフォルダーのためのものです：動画には時刻が記録されています
frames-fps-leave-out = --fpsを外してください。--every Nでは、Nフレームごとに調べます。
frames-video-unreadable = この動画は読み込めません：壊れているか途中で切れているか、OpenCVに対応するデコーダーがありません
frames-convert-video = 変換してください。例：ffmpeg -i VIDEO -c:v libx264 copy.mp4
frames-needs-opencv = 動画にはOpenCVが必要ですが、インポートできません（{ $error }）
frames-install-video = pip install 'probe-reid[video]'を実行するか、フレームのフォルダーを指定してください

## ---- 拒否：シーン --------------------------------------------------------------------------------

scenes-workers = ワーカー{ $workers }個ではレンダリングできません
scenes-one-or-more = 1以上を指定してください。
scenes-not-known = { $value }はここでは知られていません
scenes-valid = 使える値：{ $valid }。
scenes-folder-not-ours = このフォルダーは空でなく、probeのデータセットもありません
scenes-new-folder = 新しいフォルダーを指定してください。
scenes-out-of-range = { $value }は範囲外です
scenes-give-range = { PLAIN($low) }から{ PLAIN($high) }までの値を指定してください。
scenes-large-set = このデータセットは画像{ COUNT($count) }枚（約{ COUNT($megabytes) } MB）です
scenes-any-size = それでもレンダリングするには--any-sizeを付けます。人物かカメラを減らすと軽くなります
scenes-other-settings = このフォルダーには、別の設定で作ったデータセットがあります
scenes-same-settings = 別のフォルダーを指定するか、続けるには同じ設定を指定してください。
scenes-value-out-of-range = { $value }は範囲外です
scenes-give-range-unit =
    { $low }から{ $high }まで（{ $unit ->
        [degrees] 度
        [step] 1歩に対する割合
       *[other] { $unit }
    }）の値を指定してください。
scenes-no-count = { $value }は個数ではありません
scenes-give-count = 0から2147483647までの値を指定してください。
scenes-no-truth = { $value }はtrueでもfalseでもありません
scenes-give-truth = trueまたはfalseを指定してください。
scenes-camera-too-high = 高さ{ PLAIN($height) } cmのカメラは、体の中心から{ PLAIN($distance) } mの距離では、体を横から見ることができません
scenes-raise-distance = distanceを大きくするか、camera_heightを小さくしてください。
scenes-needs-identity = シーンにはidentityが必要です
scenes-add-identity = identity: 0を加えてください。
scenes-not-rendered = 画像をレンダリングできませんでした（{ $said }）
scenes-render-alone = probe.scenes.renderで単独でレンダリングすると、どこで失敗するかが分かります。
scenes-worker-ended = 画像が完成する前に、レンダリングのプロセスが終了しました
scenes-identity = 人物（identity）{ PLAIN($identity) }
scenes-fewer-workers = メモリが不足した可能性があります：ワーカーを減らしてください（1つにつき約300 MB）。
scenes-did-you-mean = { $name }のことですか？{ $then }

## ---- 拒否：埋め込み ------------------------------------------------------------------------------

embedding-card-prints = `probe backbones { $name }`で、付属のカードを値ごとに表示します
embedding-card-states = カードファイルには、backbone: NAMEと、付属のカードと異なる値を書きます
embedding-card-names-it = カードが指すファイルです：重みファイルの場所を、カードのフォルダーから見た形で書いてください
embedding-vector-unusable =
    { $picture }のベクトルは{ $fault ->
        [zero] すべての値が0です
       *[not-finite] NaNまたは無限大を含みます
    }（該当する画像：{ COUNT($count) }枚）
embedding-picture = 画像{ $id }（{ $source }）
embedding-not-fetched =
    { $name }の重みを取得できませんでした（{ $reason }）{ $kept ->
        [0] { "" }
       *[other] 。{ COUNT($kept) }バイトは保存してあり、次回はその続きから取得します
    }
embedding-by-hand =
    { $source ->
        [no-value] 作者
       *[other] { $source }
    }から手動で入手し、次のように指定してください：--backbone { $name }=FILE
embedding-came-empty = 空です
embedding-came-page = ウェブページです
embedding-came-json = JSONです
embedding-backbones-lists = `probe backbones`で一覧を表示します
embedding-family-step =
    カードは`probe backbones { $line }`で表示し、--backbone { $line }で使用します{ $example ->
        [no-value] { "" }
       *[other] （例：{ $prefix }:{ $example }）
    }
embedding-weights-step =
    --backbone { $name }=FILE。{ $fetched ->
        [yes] `probe backbones { $name } --fetch`で取得できます
       *[no] 入手先は`probe backbones { $name }`で分かります
    }
embedding-not-repeatable =
    同じ{ $of ->
        [pair] 組から、2回目には異なるスコア
       *[picture] 画像から、2回目には異なるベクトル
    }が得られます：ネットワークに乱数を使う部分があります
embedding-batch-decides =
    { $of ->
        [pair] 組のスコアが、同じバッチのほかの組
       *[picture] 画像のベクトルが、同じバッチのほかの画像
    }によって変わります
embedding-std-above-zero = std：0より大きい3つの数が必要です
embedding-input-size-most = input_size：一辺は最大{ PLAIN($most) }画素です
embedding-input-size-example = 例：input_size: [256, 128]
embedding-input-size-least = input_size：高さと幅は1画素以上が必要です
embedding-card-two-files = カードがファイルを2つ指しています
embedding-card-one-file = backbone: onnx:FILEかweights: FILEのどちらか一方を書いてください
embedding-no-such-file = そのようなファイルはありません
embedding-card-value = { $name }が{ $value }です
embedding-fitted-differently = 構成するモデルの学習に使った画像の収め方が異なります：{ $fittings }
embedding-set-same-fit = 各モデルのカードファイルで同じfitを指定してください。
embedding-shapes-differ = { $name }は{ PLAIN($height) }x{ PLAIN($width) }の画像を、別のモデルは{ PLAIN($other_height) }x{ PLAIN($other_width) }の画像を受け取ります：1枚の画像を両方に合わせられません
embedding-one-shape = 入力の形が同じネットワークを組み合わせるか、カードファイルでinput_sizeを指定してください。
embedding-needs-length = コサイン類似度には、有限で長さのあるベクトルが必要です：`probe doctor`で重みを確認してください
embedding-array-shape = 画像{ COUNT($pictures) }枚から得られた配列の形が{ $shape }です
embedding-embed-returns = embed()が返すのはfloat32 (n, d)です
embedding-two-lengths = { PLAIN($first) }個の値のベクトルと、{ COUNT($second) }個の値のベクトルがあります
embedding-one-length = バックボーンのベクトルはすべて同じ長さです。名前と重みを変えずに中身を変えた場合は、キャッシュを空にしてください：probe cache --empty
embedding-fetch-elsewhere = 接続がない場合：別の場所でファイルを取得し、--backbone { $name }=FILEで指定してください
embedding-no-address = { $name }はアドレスから取得できません
embedding-other-file = 届いたものは{ $name }のファイルではありません：sha256が{ $wanted }でなく{ $digest }です
embedding-thrown-away = ダウンロードしたものは破棄しました。もう一度試すか、手動で入手してください
embedding-no-weights-came = 届いたものは{ $name }の重みファイルではありません：{ $wrong }
embedding-open-in-browser = ダウンロードしたものは破棄しました。ブラウザーでアドレスを開き（ファイル共有サービスは、先に確認を求めたり、ダウンロードを制限したりします）、ファイルを指定してください：--backbone { $name }=FILE
embedding-only-http = 取得できるのは、httpとhttpsのアドレスだけです
embedding-code-failed = このバックボーンのコードが失敗しました：{ $said }
embedding-raised-in = { $file }:{ PLAIN($line) }（{ $function }）で発生しました
embedding-no-backbone = バックボーン{ $name }はありません
embedding-network-not-named = これはファイルです。どのネットワークのものかが指定されていません
embedding-card-file-writes = カードファイルにはbackbone: NAMEとweights: FILEを書きます。どのネットワークのファイルと見られるかは、`probe doctor FILE`で分かります
embedding-family = { $prefix }はネットワークの系統です：どれかを指定してください
embedding-needs-weights = { $name }には重みファイルが必要です
embedding-card-no-code = カードファイルはコードをインポートしません。{ $name }はモジュールです
embedding-name-or-register = コマンドラインで指定する（--backbone { $name }）か、エントリーポイントグループ{ $group }に登録してください
embedding-plus-nothing = 「+」の前または後ろに何もありません
embedding-plus-step = a+bは、2つのバックボーンのベクトルをつなぎます
embedding-weights-folder = これは重みファイルではなくフォルダーです
embedding-no-weights-file = そのような重みファイルはありません
embedding-pair-scores = { $name }は組のスコアを出すもので、ほかと並べるベクトルがありません
embedding-by-itself = 単独で指定してください：--backbone { $name }
embedding-two-named = { $name }という名前のバックボーンが2つあります：{ $first }と{ $second }
embedding-remove-one = 2つのパッケージの一方を取り除くか、カードの名前を変えてください
embedding-export-eval = ドロップアウトや雑音のない評価モード（model.eval()）で書き出してください
embedding-export-after-eval = バッチ正規化が学習モードで動いています：model.eval()の後でネットワークを書き出してください
embedding-file-not-named = このファイルがどのネットワークのものかが指定されていません。{ $looks }
embedding-cache-unusable = キャッシュを使用できません（{ $error }）
embedding-cache-elsewhere = 別のフォルダーを指定してください：--cache DIR、またはPROBE_CACHE
embedding-cache-damaged = キャッシュが壊れています（{ $error }）
embedding-cache-empty = キャッシュを空にしてください：probe cache --empty
embedding-picture-id = 画像{ $id }
embedding-came-no-safetensors = safetensorsのファイルでないか、途中で切れています
embedding-came-cut-short = 途中で切れています
embedding-card-misfit = { $misfit }
embedding-came-none = PyTorchのファイルではありません
embedding-made-picture = 最初に試すために作った雑音の画像
embedding-weights-changed = 評価の実行中に重みが書き換えられました。新しいベクトルと保存済みのベクトルが別のモデルのものになります
embedding-weights-changed-step = 重みファイルへの書き込みが終わってから、もう一度評価を実行してください

## ---- 拒否：検索 ----------------------------------------------------------------------------------

retrieval-vectors-unusable = ベクトル{ COUNT($given) }個のうち{ COUNT($bad) }個がゼロか有限でない値です。最初は{ PLAIN($first) }番です
retrieval-one-camera = すべての画像が1台のカメラ（{ $camera }）によるものです。規則{ $rule }はクエリーと同じカメラでの合致を除くため、正解のあるクエリーがありません
retrieval-no-part =
    { $part ->
        [query] クエリー
       *[gallery] ギャラリー
    }の画像がありません
retrieval-first-scores-pairs = { $name }は組にスコアを付けるもので、第1段階には使えません
retrieval-first-stage = --first-stageには、ベクトルを出すバックボーンを指定します
retrieval-no-right-answer = 規則{ $rule }のもとで、別のカメラに正解があるクエリーがありません
retrieval-each-query = どのクエリーにも、別のカメラで撮影した同一人物のギャラリー画像が必要です。
retrieval-look-at-picture = その番号の画像を確認してください。NaNを返すネットワークは使用できません。
retrieval-nobody-in-gallery = クエリーの人物が1人もギャラリーにいません
retrieval-check-numbers = 人物の番号が両方のフォルダーで同じ意味かを確認してください。
retrieval-name-cameras = ラベルでカメラを指定するか、同じカメラでの合致も数える規則'any-camera'を使ってください（ほとんど同じ画像のため、結果が良く見えすぎます）。
retrieval-no-deletion = 規則{ $rule }のもとでは、1人ずつ除いた数値は求められません
retrieval-ask-for-rules = market1501またはany-cameraを指定してください。
retrieval-few-people = クエリーがあるのは{ COUNT($people) }人、そのうち正解があるのは{ COUNT($answered) }人です：1人を除くには、ほかにも人物が残らなければなりません
retrieval-more-people = より多くの人物を含むデータセットでモデルを比較してください。
retrieval-trainings-unpaired = { COUNT($first) }回の学習と{ COUNT($second) }回の学習は、組にできません
retrieval-as-many = 両方を同じ回数にするか、一方を1回にしてください。
retrieval-needs-parts = 評価するには、データセットにクエリーとギャラリーの部分が必要です。
retrieval-rerank-cosines = --rerankはコサイン類似度に対するもので、--distance { $distance }とは併用できません
retrieval-leave-one-out = どちらか一方を外してください。
retrieval-works-on-vectors = { $option }はベクトルに対するもので、{ $name }は画像の組にスコアを付けます
retrieval-leave-option-out = { $option }を外すか、組にスコアを付けるものを単独で評価してください
retrieval-no-rule = 検索の規則{ $name }はありません

## ---- 拒否：統計 ----------------------------------------------------------------------------------

statistics-one-factor = プロトコル{ $protocol }で変わる要因は1つだけです：交互作用を調べられません
statistics-second-factor = 2つ目の要因または系列を指定してください。すべての組み合わせが条件になります
statistics-plan-misfit = FNMR { $fnmr }、相関{ $correlation }、撮影{ $takes }回は両立しません：前の2つは0..1で、撮影は1回以上です
statistics-width-not-reached = 被撮影者{ COUNT($subjects) }人でも、幅{ PLAIN($width) }の区間になりません
statistics-wider-interval = より広い区間を指定してください。
statistics-one-subject = 評価には被撮影者が1人以上必要です
statistics-no-split = { COUNT($people) }人を、2つの他人のグループに分けることはできません
statistics-leave-split-out = 分割を外すか、他人を追加してください（全部で4人以上）。
statistics-person-with-self = 他人どうしのスコアに、同じ人物どうしの比較が含まれています
statistics-strangers-folder = 他人のフォルダーに被撮影者を入れないでください。
statistics-rate-outside = 誤合致率{ $fmr }は0と1の間にありません
statistics-rate-example = 1%は0.01と書きます。
statistics-no-strangers = しきい値を決めるための他人がいません
statistics-use-strangers = 被撮影者を2人以上にするか、他人のフォルダーを指定してください。

## ---- 拒否：バックボーン --------------------------------------------------------------------------

backbones-onnx-size =
    このネットワークが受け取る画像は{ $size ->
        [no-value] 任意の大きさ
       *[other] { $size }
    }、カードでは{ $card }です
backbones-no-clip-reid =
    CLIP-ReIDのVision Transformerの重みではありません{ $resnet ->
        [yes] ：そのResNet-50はここでは構築できません
       *[no] { "" }
    }
backbones-reductions =
    { PLAIN($branch) }番目のブランチの縮約は、{ PLAIN($branch) }個でなく{ COUNT($cells) }個の区画（{ $numbers ->
        [no-value] なし
       *[other] { JOIN($numbers, with: "、") }
    }）のものです
backbones-untaught-step =
    生成器が学習を終えている段階を{ $sign }の後に指定してください：{ $stages ->
        [no-value] この学習にはありません
       *[other] { JOIN($stages, with: "、") }
    }
backbones-training-lacks =
    この学習には{ $part ->
        [encoder] エンコーダー
       *[generator] 生成器
    }がありません
backbones-name-training = 学習を指定してください：{ $folder }、または{ $with_stage }
backbones-no-encoder = これは{ $kind }で、FD-GANのエンコーダーではありません
backbones-no-generator = これは{ $kind }で、FD-GANの生成器ではありません
backbones-fdgan-file =
    { $file ->
        [generator] 生成器（net_G）
        [pose] 姿勢の識別器（net_Dp）
        [identity] 人物の識別器（net_Di）
       *[other] 別のもの
    }
backbones-set-layout = キーポイントの配置を指定してください：{ JOIN($layouts, with: "、") }。
backbones-layout-has = { $layout }は{ PLAIN($joints) }個
backbones-draws-nothing =
    { $architecture ->
        [no-value] この学習
       *[other] { $architecture }
    }のネットワークは画像を描きません
backbones-training-of = { LIST($names, word: "or") }の学習を指定してください。
backbones-write-pooling = カードファイルのoptionsにpooling: { LIST($poolings, word: "or") }と書いてください。
backbones-two-networks = ブランチとバックボーンが別々のネットワークのものです。
backbones-export-again = もう一度書き出すか、もう一度入手して大きさを入手元のものと比べてください。
backbones-constants-computed = 定数を計算済みにして、もう一度書き出してください（onnxsimで可能です）。それでも足りないネットワークは、ここでは使用できません。
backbones-onnx-loops = ネットワークにループ（{ $operator } { $name }）があり、終わらないおそれがあります
backbones-onnx-array = ネットワークが{ COUNT($values) }個の値の配列を作ります（{ $name }）
backbones-onnx-endless = ネットワークに、限りなく互いを呼び出す関数があります
backbones-onnx-operators = ネットワークの演算子が{ COUNT($operators) }個あり、{ COUNT($most) }個を超えています
backbones-onnx-slow = ネットワークを開いて1枚の画像で実行するのに、{ PLAIN($seconds) }秒を超えます
backbones-onnx-ends = ネットワークを開いたプロセスが終了しました。メモリ不足か、ONNX Runtime内部のエラーです（コード{ $code }）
backbones-onnx-memory = ネットワークが、1枚の画像に{ PLAIN($gigabytes) } GiBを超えるメモリを求めています
backbones-onnx-takes =
    ネットワークの入力は{ $dimensions ->
        [no-value] 配列でなく
       *[other] { $dimensions }で
    }、n x 3 x 高さ x 幅のRGB画像ではありません
backbones-channels-first = チャネルを先頭にして書き出すか、ファイルの中で入れ替えてください。方法はこのプロジェクトのdocs/onnx.mdにあります
backbones-onnx-outputs =
    ネットワークに{ $asked ->
        [no-value] 出力が{ COUNT($outputs) }個あります
       *[other] { $asked }という出力がありません
    }。出力：{ $names }
backbones-onnx-choose = カードファイルを書いてください：backbone: onnx:{ $file }、options: { "{" }output: { $output }{ "}" }。方法はこのプロジェクトのdocs/onnx.mdにあります
backbones-onnx-fix-inputs = ほかの入力の値を固定して、保存し直してください。方法はこのプロジェクトのdocs/onnx.mdにあります
backbones-enlarger-contract = 入力は1つでn x 3 x 高さ x 幅（高さと幅は任意、RGBで0から1）、出力は1つで高さと幅がs倍（sは2から8の整数）のものが必要です。docs/outdoors.mdを参照してください。
backbones-enlarger-two-sizes = ネットワークは2つの大きさの画像を異なる倍率で拡大します
backbones-enlarger-gives = ネットワークは{ $size }の画像に対して{ $given }を返します
backbones-enlarger-cannot-run = ネットワークを{ $size }の画像で実行できません（{ $detail }）
backbones-enlarger-not-pictures = ネットワークは{ $given }を返します。RGB画像ではありません
backbones-enlarger-not-finite = ネットワークは有限でない数を返します
backbones-enlarger-chance = ネットワークが毎回異なる画像を作ります
backbones-enlarger-scale = ネットワークは{ $size }の画像に対して{ $given }を返します。高さと幅の{ COUNT($least) }から{ COUNT($most) }倍ではありません
backbones-enlarger-other-picture = ネットワークは拡大した画像とは別の画像を返します：値は0から1のはずが{ DECIMAL($low, places: 2) }から{ DECIMAL($high, places: 2) }です
backbones-enlarger-fixed = ネットワークは{ $size }の画像しか受け取りませんが、人物の画像の大きさはさまざまです
backbones-enlarger-open-sizes = 高さと幅を任意にしてエクスポートし直してください。{ backbones-enlarger-contract }
backbones-onnx-is-folder = これはフォルダーです。ONNXファイルが必要です
backbones-onnx-not-there = そのようなONNXファイルはありません
backbones-onnx-float32 = 画像をfloat32として書き出してください。方法はこのプロジェクトのdocs/onnx.mdにあります
backbones-use-onnxruntime = --engine onnxruntimeを使ってください
backbones-not-one-vector = { $name }の画像{ COUNT($pictures) }枚に対する出力が{ $form }で、1枚につき1つのベクトルではありません
backbones-openvino-is-folder = これはフォルダーです。ネットワークの.xmlが必要です
backbones-openvino-not-there = そのようなファイルはありません
backbones-stargan-discriminator = StarGANの生成器ではなく、識別器（discriminator）です
backbones-stargan-other-file = StarGANの生成器ではなく、別のファイルです：{ $family }
backbones-timm-fetch = 一度だけ取得してください：hf download { $repository } model.safetensors。またはファイルを指定してください：--backbone timm:{ $name }=FILE
backbones-timm-file = ファイルを指定してください：--backbone timm:{ $name }=FILE
backbones-timm-nearest = 近い名前：{ JOIN($names, with: "、") }。
backbones-timm-lists = timm.list_models()で一覧が得られます。
backbones-transreid-blocks =
    このTransReIDのブロックは{ PLAIN($depth) }個で{ $biases ->
        [yes] す
       *[no] 、アテンションにバイアスがありません
    }。ここで構築できるViT-BとDeiTは、バイアス付きの{ PLAIN($wanted) }個です
detectors-no-yolact = YOLACTのファイルではありません：{ $wanted }がなく、{ $first }などがあります
detectors-known-yolact = ここで扱えるのは、ResNet-50と-101による公式のもの（アンカーが3または9個、クラスが1つ以上）と、`probe train`が残すものです。
backbones-other-iresnet = 別のiResNetの重みです：第3段階のブロックが、iResNet-50の{ PLAIN($wanted) }個でなく{ PLAIN($blocks) }個です
backbones-other-depths = `probe train`が作った重みはカードで実行します：--backbone FOLDER/card.yaml。ほかの深さはONNXファイルとして使えます：--backbone arcface=FILE.onnx
backbones-trained-size = この重みは{ PLAIN($card_height) }x{ PLAIN($card_width) }でなく{ PLAIN($height) }x{ PLAIN($width) }で学習されています：線形層はマップ全体を読みます
backbones-insightface-engine = insightfaceのONNXファイルはONNX Runtimeで実行し、{ $engine }では実行できません
backbones-insightface-step = --engine auto、または--backbone onnx:{ $file }を使ってください
backbones-onnx-size-step = その大きさのカード（arcfaceは112x112、ほかにarcface_384x128）、または--backbone onnx:{ $file }を使ってください
backbones-no-insightface = パッケージinsightfaceをインポートできません（{ $error }）
backbones-insightface-install = pip install 'probe-reid[insightface]'を実行してください。OpenCVが必要です。libGLがない場合は、システムのパッケージlibgl1をインストールする（Debian、Ubuntu：apt-get install libgl1）か、--backbone onnx:FILEを使ってください。
backbones-neck-option = { $card }：オプションneckはbeforeまたはafterで、{ $given }は使えません
backbones-shared-stages = EnsembleNetの共有段階（base.*）が不完全です
backbones-no-branches = この重みにはブランチがありません：EnsembleNetではありません
backbones-branch-missing = { PLAIN($branches) }個のブランチのうち{ PLAIN($branch) }番目がありません
backbones-take-whole = ファイルが切り取られたか、手作業でつなぎ合わされています。チェックポイント全体を使ってください。
backbones-too-many-branches = この重みにはブランチが{ COUNT($branches) }個あります。EnsembleNetのブランチは1から{ PLAIN($most) }個です
backbones-classifiers-differ = 分類器が見分ける人物の数が互いに異なります：{ $listed }
backbones-classifier-count = { PLAIN($branches) }個のブランチの{ PLAIN($parts) }個の区画に対し、分類器が{ COUNT($classifiers) }個あります
backbones-branch-cells = EnsembleNetのb番目のブランチにはb個の区画があります。このファイルの分け方は異なります。
backbones-option-one-of = { $card }：オプション{ $option }は{ JOIN($values, with: "、") }のいずれかで、{ $given }は使えません
backbones-no-stage = 段階{ $stage }はありません
backbones-no-fdgan-training = FD-GANの学習ではありません
backbones-name-fdgan-out = その--outを指定してください。
backbones-untaught = 段階{ $stage }の終わりまでに、生成器は何も学習していません
backbones-generator-units = この生成器は学習の一部です。どの単位で描くかは、そのレシピに書かれています
backbones-name-with-stage = FD-GANの学習と、@の後にそれを持つ段階を指定してください。
backbones-poses-need-keypoints = 姿勢にはキーポイントが必要です
backbones-load-keypoints = 段階にload: [keypoints]と書いてください。
backbones-encoder-is = エンコーダーは、そのそばにあるnet_E（第1段階ではmodel_best.pth.tar）です。
backbones-generator-is = 生成器は、公式のものではnet_Gです。`probe train`のものは、学習のフォルダーを指定してください。
backbones-no-layout = 関節点の配置{ $layout }はありません
backbones-joints = 関節点が、{ $layout }の{ PLAIN($wanted) }個でなく{ PLAIN($joints) }個です
backbones-no-ended-stage = このフォルダーには、段階を終えた学習がありません
backbones-name-generator = `probe train`の--out、FD-GANのENCODER+GENERATOR、またはStarGANの生成器のファイルを指定してください。
backbones-plain-resnet = strong baselineのネックを持たない、単なるResNetのバックボーンです
backbones-plain-resnet-step = 人物で学習したものは--backbone resnet50=FILE、ImageNetの重みは--backbone timm:resnet50=FILEです。または、これを初期値として学習してください（network.start）。
backbones-no-port = { $card }には移植版{ $port }がありません
backbones-cannot-compare = { $card }では{ PLAIN($height) }x{ PLAIN($width) }の画像を比較できません
backbones-larger-card = カードのinput_sizeを大きくしてください。論文では160x60です。
backbones-too-small = { PLAIN($height) }x{ PLAIN($width) }の画像は、このペアネットワークには小さすぎます
backbones-larger-step = 大きさを決めるステップの値を大きくしてください。論文では160x60です。
backbones-no-resnet-base = この重みには、base.の下にResNetがありません
backbones-no-local-branch = この重みには、ベクトルに入れる局所ブランチがありません
backbones-take-lstm = POOL-5を使うカード`lstm`を使うか、branches.local: lstmで学習してください。
backbones-local-layers = 局所ブランチの層が、{ PLAIN($parts) }分割のうち{ PLAIN($layers) }個分だけです
backbones-local-inputs = 局所ブランチは1つの部分につき{ PLAIN($inputs) }個の数を読みますが、プーリング{ $pooling }では{ PLAIN($given) }個です
backbones-no-parts = 高さ{ PLAIN($rows) }行のマップは、{ $kind }の方法では{ PLAIN($parts) }つの部分に分けられません
backbones-parts-step = network.last_strideを1にするか、画像を大きくするか、branches.rows: adaptiveを使ってください。
backbones-role-nameless = 役割{ $role }の画像には人物の名前がありません。クラスはソースから学習します
backbones-set-source = サンプラーのこの部分にdomain: sourceを設定してください。
backbones-role-not-given = 目的関数は役割{ $role }の画像を使いますが、サンプラーはそれを出しません
backbones-its-roles = { $near }；サンプラーの役割：{ JOIN($roles, with: "、") }
backbones-last-stride = { $card }の最後のストライドは1または2で、{ $stride }は使えません
backbones-onnx-needs-file = onnxにはファイルが必要です
backbones-onnx-name = 指定してください：--backbone onnx:FILE.onnx
backbones-onnx-device = このONNX Runtimeでは、デバイス{ $device }を使用できません
backbones-onnx-device-step = --device cpuを使うか、onnxruntimeの代わりにonnxruntime-gpuをインストールしてください。
backbones-inputs = ネットワークの入力が、1つでなく{ COUNT($inputs) }個あります（{ $names }）
backbones-onnx-no-network = ONNXファイルではありません：ネットワークを含んでいません
backbones-onnx-name-no-text = ネットワークの中の名前が文字列ではありません：ファイルが壊れています
backbones-onnx-numbers = ネットワークの入力が、浮動小数点でなく{ $kind }の数値です
backbones-onnx-no-arrays = ネットワークの出力が、配列でなくリストかマップです
backbones-onnx-vectors-alone = ベクトルを出す部分だけを書き出してください。
backbones-onnxruntime-cannot = ONNX Runtimeでネットワークを実行できません（{ $detail }）
backbones-onnx-damaged = ONNXファイルでないか、途中で切れているか壊れています
backbones-openvino-cpu = ここではOpenVINOはCPUでネットワークを実行し、{ $device }では実行しません
backbones-openvino-cpu-step = --device cpu、または--engine onnxruntimeを使ってください
backbones-openvino-cannot = OpenVINOでネットワークを実行できません（{ $detail }）
backbones-onnx-not-torch = ONNXファイルはPyTorchでは実行できません
backbones-network-size = ネットワークが受け取る画像は{ $size }、カードでは{ $card_size }です
backbones-write-card-size = カードファイルにinput_size: { $size }と書いてください。
backbones-layer-after-pooling = 埋め込みなど、プーリングの後の層を出力にしてください。
backbones-picture-fails = { $engine }で、画像に対してネットワークを実行できません（{ $detail }）
backbones-input-size-right = 入力サイズは正しいですか？カードファイルで指定します：input_size: [256, 128]。
backbones-openvino-needs-file = openvinoにはファイルが必要です
backbones-openvino-name = 指定してください：--backbone openvino:FILE.xml
backbones-openvino-no-bin = ネットワークの数値がありません：{ $file }
backbones-openvino-put-bin = 対になる.binを、同じ名前で.xmlのそばに置いてください
backbones-openvino-shape = 入力の形が{ $shape }で、画像 x 3 x 高さ x 幅ではありません
backbones-openvino-channels = チャネルを先頭にして、ネットワークを変換し直してください。
backbones-openvino-type = 入力が{ $type }で、f32でもf16でもありません
backbones-openvino-keep-type = 入力の型を変えずに、ネットワークを変換し直してください。
backbones-openvino-outputs = ネットワークの出力が{ COUNT($outputs) }個あります（{ $names }）
backbones-openvino-choose = どれを使うかはカードファイルで指定します：options: { "{" }output: NAME{ "}" }。
backbones-openvino-unreadable = OpenVINOでネットワークを読み込めません（{ $detail }）
backbones-openvino-right-bin = そばにある.binは、対になるものですか？
backbones-no-output = ネットワークに出力{ $output }がありません
backbones-openvino-engine = OpenVINO形式のネットワークはOpenVINOで実行し、{ $engine }では実行できません
backbones-takes-uint8 = { $name }が受け取るのは形(n, { PLAIN($height) }, { PLAIN($width) }, 3)のuint8の画像で、{ $type } { $shape }ではありません
backbones-fit-pictures = まず、画像をカードの入力サイズに合わせてください。
backbones-array-shape = { $name }の画像{ COUNT($pictures) }枚に対する出力が形{ $shape }の配列で、1枚につき1つのベクトルではありません
backbones-strong-baseline = reid-strong-baselineの重みです。そのバックボーンには、ステムの後のReLUがありません
backbones-use-ibn = --backbone ibn={ $file }を使ってください
backbones-retail-files = { $card }はONNXファイル、または.xmlとその.binです
backbones-retail-addresses = 入手先はbackbones/retail_reid/README.mdにあります
backbones-semantic-weight = { $card }：semantic_weightは0..1の数で、{ $given }は使えません
backbones-no-solider = SOLIDERのSwinの重みではありません
backbones-stargan-draws = StarGANは画像を描くもので、ベクトルはありません
backbones-stargan-draw-with = 描画に使ってください：probe generate FILE --data FORM=DIR。
backbones-stargan-generator-is = 生成器は、公式のものでは*_G.pth、`probe train`ではweights.safetensorsです。
backbones-no-stargan-training = StarGANの学習ではありません
backbones-name-stargan-out = `probe train stargan...`の--outを指定してください。
backbones-stargan-shape = この生成器は幅{ PLAIN($width) }、カメラ{ COUNT($cameras) }台ですが、学習の記録では幅{ PLAIN($stated_width) }、カメラ{ COUNT($stated_cameras) }台です
backbones-restore-training = 1つの学習のrecipe.yaml、training.json、重みをそろえて復元してください。
backbones-two-cameras = カメラのスタイルには、少なくとも2台のカメラの画像が必要です。これらはすべてカメラ{ PLAIN($camera) }のものです
backbones-cameras-needed = カメラを区別しない形式では、すべて0番になります。カメラのあるデータセットを指定してください：--target market1501=DIR、または列cameraを持つtable=FILE.csv。
backbones-unknown-cameras = 生成器が知っているカメラは{ $known }で、このデータセットの{ $unknown }は含まれません
backbones-generator-of-data = このデータセットで学習した生成器を指定してください。
backbones-camera-count = 生成器が知っているカメラは{ PLAIN($known) }台ですが、このデータセットには{ COUNT($cameras) }台（{ $numbers }）あります
backbones-trained-on-forms = この生成器は{ $form }でなく{ $forms }で学習されています
backbones-this-direction = この向きの学習を指定してください：ターゲットの画像を、ターゲットのスタイルで描きます。
backbones-several-sets = この生成器は形式{ $form }の複数のデータセットで学習されています：どのカメラを指すかが決まりません
backbones-generator-each = ターゲットごとに生成器を学習してください。
backbones-other-styled-set = このフォルダーでは、別のスタイル画像セットの作成が始まっています（{ JOIN($names, with: "、") }が異なります）
step-another-out = 別の--outを指定してください。
backbones-styled-set-there = このフォルダーには、すでにスタイル画像セットがあります
step-resume-or-out = --resumeで続けるか、別の--outを指定してください。
backbones-one-copy-name = { $first }と{ $second }の複製が同じ名前になります
backbones-rename-one = 一方の名前を変えてください。
backbones-outside-set = { $name }はデータセットの外にあります
backbones-no-styled-list = スタイル画像セットの一覧ではありません（{ $error }）
backbones-styled-columns = 列は{ JOIN($columns, with: "、") }です。
backbones-stripes-no-weights = stripesは重みファイルを使いません
backbones-use-stripes = --backbone stripesを使ってください
backbones-stripes-fixed = stripesの{ $name }は変更できません：128 x 64の画像からそのまま計算します
backbones-leave-out = { $name }をカードファイルから外してください
backbones-timm-classifier = timmでは、{ $name }を分類器なしで構築できません
backbones-timm-not-cached = timm:{ $name }の重みがキャッシュにありません
backbones-timm-no-model = timmにモデル{ $name }はありません
backbones-no-transreid = TransReIDの重みではありません：base.pos_embedまたはbase.blocksがありません
backbones-transreid-onnx = ONNXに書き出して、onnx:FILEを使ってください。
backbones-picture-of-batch = バッチの画像{ $number }
backbones-vector-not-finite =
    { $picture }に対する{ $backbone }のベクトルが有限ではありません{ $cause ->
        [no-value] { "" }
       *[other] { $cause }
    }
backbones-other-precision = 別の精度またはエンジンで重みを確認してください。
backbones-from-node = ：最初にそうなるのは、ネットワークのノード{ $node }です

## ---- 拒否：学習 ----------------------------------------------------------------------------------

train-begin-anew = 最初から始めるには削除し、そうでなければ以前のコピーを復元してください。
train-own-values = レシピの値を使うには、その--setを外してください
train-remake-styled = --targetで指定したデータセットのスタイル画像セットを作ってください。
train-whole = レシピには、学習を決めるすべての設定を書きます
train-all-broken = { COUNT($broken) }枚の画像がどれも使えません。最初は{ $first }：{ $reason }
train-class-unknown =
    { $frame }にクラス{ PLAIN($shown) }のものが写っています。ネットワークにあるのは{ $last ->
        [0] 人物（クラス0）だけです
       *[other] クラス0から{ PLAIN($last) }までです
    }
train-joints = 関節点が、{ $layout }の{ $wanted }個でなく{ COUNT($joints) }個です
train-matrix-misfit = { $misfit }
train-matrix-row = 行{ $row }：{ $reason }
train-matrix-keys = ここで使えるキー：{ JOIN($keys, with: "、") }
train-no-data-set = この段階は、0から数えて{ PLAIN($number) }番のデータセットから学習します。データセットは{ PLAIN($count) }個です
train-no-domain-picture =
    sampler.parts.{ $role }：{ $domain ->
        [source] ソース
       *[target] ターゲット
    }の画像がありません
train-other-recipe =
    この学習は別のレシピで始められています（{ $name }、ダイジェストは{ $other ->
        [no-value] なし
       *[other] { $other }
    }でなく{ $digest }）
train-no-mask = この画像には、レシピが読み込むマスクがありません
train-mask-size = マスクの大きさが{ $picture }と異なります
train-no-keypoints = この画像には、レシピが読み込むキーポイントがありません
train-resume-with = 開始したときのレシピ（チェックポイントのそばのrecipe.yaml）で再開するか、別の--outを指定してください。
train-other-pictures = この学習は別の画像で始められています：名前またはラベルが異なります
train-data-begun-with = 開始したときのデータを指定するか、別の--outを指定してください。
train-no-checkpoint = このバージョンの学習のチェックポイントではありません
train-checkpoint-unwritten = ステップ{ COUNT($step) }の後のチェックポイントを書き込めませんでした（{ $detail }）
train-checkpoint-before = 1つ前のチェックポイントは完全です。ディスクの空きを作り、--resumeで続けてください。
train-checkpoint-unreadable = 読み込めるチェックポイントではありません（{ $detail }）
train-mend-pictures = これらの画像を直すか、差し替えてください。
train-renders-own = このレシピは、画像を自分でレンダリングします
train-leave-data-out = --dataを外すか、data.kindがfolderのレシピを使ってください。
train-from-frames = このレシピはフレームから学習し、ターゲットには適応しません
train-leave-target-out = --targetと--styledを外してください。
train-no-picture = 学習用の画像がありません
train-name-training-part = 学習用の部分を収めたフォルダーを指定してください。
train-styled-count = ターゲット{ COUNT($targets) }個に対し、スタイル画像セットが{ COUNT($styled) }個あります
train-styled-of-target = スタイル画像セットは、ターゲットの画像から作ります：--target FORM=DIR --styled DIR
train-needs-data = このレシピは、手元のデータセットから学習します
train-name-data = 指定してください：--data FORM=DIR（FORMは{ $forms }のいずれか）
train-needs-target = このレシピは、だれの画像かを見ずに学習します
train-name-target = --dataを使わずに指定してください：--target FORM=DIR（FORMは{ $forms }のいずれか）
train-another-part = 別の部分を指定してください。
train-not-form-dir = { $given }はFORM=DIRの形ではありません
train-form-not-taken = このレシピでは{ $form }を使えません
train-same-source-target = ソースとターゲットが同じ画像です：--dataは、ターゲットの全員がだれかを教えてしまいます
train-adapt-to-another = 別のデータセットに適応させてください：--data FORM=DIR --target FORM=ANOTHER
train-diverged = エポック{ PLAIN($epoch) }の損失が数ではありません：学習が発散しています
train-lower-rate = optimiser.rateを下げるか、clip_normを設定してください。その前のチェックポイントは完全です。
train-weights-unwritten = 重みを書き込めませんでした（{ $detail }）
train-room-and-resume = ディスクの空きを作り、--resumeでもう一度実行してください：繰り返されるエポックはありません。
train-needs-frames = このレシピは、人物に印を付けたフレームから学習します
train-name-frames = 指定してください：--data FORM=PATH（FORMは{ $forms }のいずれか）
train-frame-size = 画像は{ PLAIN($height) }x{ PLAIN($width) }画素（高さx幅）ですが、{ $file }の注釈は{ PLAIN($stated_height) }x{ PLAIN($stated_width) }のものです
train-restore-from-one = 画像と注釈を、同じデータセットのコピーから復元してください。
train-nobody-marked = { COUNT($frames) }枚のフレームのどれにも、人物の印がありません
train-frames-with-people = 人物のいるフレームを指定してください。人物なしでは検出器を学習できません。
train-not-form-path = { $given }はFORM=PATHの形ではありません
train-nothing-marked = この画像には、レシピが読み込む印がありません
train-kind-frames = このレシピはフレームから学習します：data.kind frames。
train-box-no-mask = このフレームに、矩形だけでマスクのない人物がいます（{ $file }）
train-boxes-alone = probe train ssd.smallなどで矩形だけを学習するか、マスクを出す検出器でフレームを切り出してください。
train-people-only = data.people_only=trueにするか、network.classesをデータセットのクラス数にしてください。
train-set-layout = キーポイントの配置（objective.poses.layout）を、その数に合わせてください。
train-without-keypoints = 画像{ COUNT($all) }枚のうち{ COUNT($without) }枚に、姿勢を描くためのキーポイントがありません
train-put-keypoints = データセットのフォルダー（ここでは{ $place }）に置くか、表の列keypointsで指定するか、これらの画像を除いてください。
train-keypoints-unreadable = キーポイントを読み込めません（{ $reason }）
train-joints-outside = { PLAIN($all) }個の関節点のうち{ PLAIN($outside) }個が、{ PLAIN($width) }x{ PLAIN($height) }（幅x高さ）の画像の外にあります：別の大きさの画像のものです
train-keypoints-pixels = キーポイントは、画像ファイルそのものの画素の列と行です。
train-no-log-line = 学習ログの行ではありません
train-restore-log = ファイルをコピーから復元するか、削除してログを取り直してください。
train-margin-m1 = insightfaceには、m1 = { PLAIN($m1) }のマージンはありません
train-margin-combined = 式1の複合マージンを選んでください。
train-margin-values = マージンにはscale > 0、m1 > 0、m2 >= 0、m3 >= 0が必要で、{ $scale }、{ $m1 }、{ $m2 }、{ $m3 }は使えません
train-one-identity = トリプレット損失のバッチに、人物が1人しかいません
train-two-people = 1バッチに2人以上を取るか、データセットの人物を増やしてください。
train-float16 = レシピはfloat16を指定していますが、{ $device }ではfloat16で学習できません
train-float16-step = CUDAのGPUを使うか、precision: bfloat16またはfloat32にしてください。
train-no-matrix-recipe = レシピ{ $recipe }は、マトリックスのそばにも付属のものの中にもありません
train-nothing-to-evaluate = 評価の対象がありません：クエリーまたはギャラリーがありません
train-needs-test-list = 形式によっては、テストする人物を挙げたtest.txtが必要です。
train-matrix-there = このフォルダーには、すでに学習のマトリックスがあります
train-matrix-other-data = このマトリックスは、別のデータで、または逆の向きで学習されています
train-matrix-begun-with = 開始したときのデータセット（--data、--target、--styled）を指定するか、別の--outを指定してください。
train-no-result = 学習の結果ではないか、壊れています
train-restore-or-delete = ファイルをコピーから復元するか、削除してください：その学習はもう一度評価されます。
train-no-network = 目的関数{ $objective }はネットワーク{ $network }を学習しますが、このアーキテクチャーにはありません
train-its-networks = このアーキテクチャーのネットワーク：{ JOIN($networks, with: "、") }。
train-nothing-named = { $setting }：{ $pattern }という名前のものはありません
train-no-table = 読み込めません（そのようなファイルはありません）
train-no-camera = 画像{ COUNT($rows) }枚のうち{ COUNT($unknown) }枚のカメラが書かれていません。最初は{ $first }です
train-write-camera = 各画像を撮影したカメラの番号を書いてください。
train-no-picture-table = 学習用の画像の表ではありません（{ $error }）
train-table-columns = 列path、person、cameraが必要で、後の2つは番号です。
train-batch-shared = { COUNT($batch) }個のバッチを{ PLAIN($processes) }個のプロセスで分けられません
train-change-batch = レシピのバッチ、またはプロセスの数を変えてください。
train-no-value = このレシピに値{ $name }はありません
train-no-recipe = そのようなレシピは、ここにも付属のものの中にもありません
train-folder-no-recipe = これはレシピではなくフォルダーです
train-recipe-mapping = レシピは、name、data、network、...からなるマッピングです
train-lists-recipes = `probe train`で付属のレシピの一覧を表示します。それをもとに始められます
train-optimiser-moves-nothing = 最適化器{ $name }は何も更新しません：指定したものがすべて固定されているか、パラメーターを持ちません
train-no-turn = 段階{ $stage }：目的関数に手番{ $turn }はありません
train-two-optimisers = 段階{ $stage }、手番{ $turn }：2つの最適化器が{ $moved }を更新します
train-other-networks = 一方では別のネットワークを、またはパターンで別のパラメーターを指定してください。
train-needs-turns = 段階{ $stage }には手番（どの最適化器がどこで更新するか）が必要です
train-turns-are = この目的関数の手番：{ JOIN($turns, with: "、") }。
train-order-of-sets = データセットをレシピの順に指定してください：--data FORM=DIR --data ...
train-pairs-few = { COUNT($people) }人の画像{ COUNT($pictures) }枚では、アンカー{ COUNT($anchors) }個のバッチになりません
train-pairs-step = 組には、それぞれ2枚の画像を持つ2人以上が必要です。sampler.anchorsを下げるか、画像を増やしてください。
train-people-few = データセットの人物は{ COUNT($people) }人ですが、1バッチに{ COUNT($wanted) }人が必要です
train-people-step = --set sampler.people={ PLAIN($people) }のように減らすか、人数を増やしてください。
train-people-alike = 1バッチの{ COUNT($people) }人を、{ COUNT($sets) }個のデータセットから同数ずつ取れません
train-people-multiple = sampler.peopleをデータセットの数の倍数にしてください。各データセットには、その割り当て分の人物が必要です。
train-batch-not-filled = 画像{ COUNT($pictures) }枚では、{ COUNT($batch) }枚のバッチになりません
train-lower-batch = レシピのバッチを小さくするか、画像を増やしてください。
train-no-styled-copies = このサンプラーが取る、ターゲットの画像のスタイル画像がありません
train-name-styled = `probe generate`で作ったフォルダーを指定してください：--styled DIR。
train-styled-uneven = 1枚の画像のスタイル画像が{ PLAIN($least) }枚から{ PLAIN($most) }枚で、同数ではありません
train-finish-styled = スタイル画像セットを完成させてください：どの画像にも、すべてのカメラのスタイルの複製が必要です。
train-no-part = sampler.paced_by：部分{ $part }はありません
train-name-target-set = ターゲットのデータセットを--target FORM=DIRで指定してください。
train-there-already = このフォルダーには、すでに学習があります
train-start-no-training = start_from：このフォルダーには、段階を終えた学習がありません
train-start-no-stage = start_from：段階{ $stage }はありません
train-start-digest = start_from：段階{ $stage }のダイジェストが、{ $wanted }でなく{ $digest }です
train-start-name = レシピが指す学習を指定するか、新しいダイジェストを書いてください。
train-start-no-network = start_from：ここにネットワーク{ $network }はありません
train-start-no-network-there = start_from：段階{ $stage }にネットワーク{ $network }はありません
train-no-safetensors = safetensorsのファイルでないか、壊れています
train-network-misfit = この重みはネットワーク{ $network }に合いません（{ $detail }）
train-same-network = このレシピのネットワークは、初期値とする学習のものと同じでなければなりません。
train-styled-not-whole = スタイル画像セットが完成していません：{ COUNT($expected) }枚のうち{ COUNT($listed) }枚が描かれています
train-styled-go-on = 続けてください：同じ`probe generate`に--resumeを付けます。
train-no-styled-manifest = スタイル画像セットのマニフェストではありません（{ $detail }）
train-draw-styled-again = スタイル画像セットをもう一度描いてください：probe generate TRAINING --data FORM=DIR --out DIR。
train-no-styled-set = ここにスタイル画像セットはありません（そのようなファイルはありません）
train-styled-is = { $near }；スタイル画像セットは`probe generate`が残すものです
train-one-camera = ターゲットの画像のカメラ番号がすべて同じです：カメラが1台だけか、区別されていません。ほかのカメラのスタイルはありません
train-two-cameras = カメラのスタイルには、カメラが2台以上あるターゲットが必要です。なければ、ソースの画像だけで学習してください。
train-styled-other-pictures = 別の画像のスタイル画像セットです：元の画像{ COUNT($sources) }枚のうち{ COUNT($other) }枚（{ $first }など）が{ $data_set }にありません
train-styled-changed = { COUNT($stated) }枚の画像のうち{ COUNT($changed) }枚（{ $first }など）が、スタイル画像を作ったときと異なります
train-styled-copies = スタイル画像セットが完成していません：{ COUNT($wanted) }枚のうち{ COUNT($there) }枚があり、{ $first }には{ PLAIN($copies_wanted) }枚のうち{ PLAIN($copies) }枚があります
train-no-styled-list = スタイル画像セットの一覧ではありません（{ $error }）
train-styled-list-columns = 列path、camera、sourceが必要で、cameraは番号です。
train-not-name-value = { $given }はNAME=VALUEの形ではありません
train-name-value-example = 例：objective.m2=0.25
train-no-ended-stage = このフォルダーには、段階を終えた学習がありません
train-name-out-or-resume = `probe train`の--outを指定してください。中断したものは--resumeで続けられます。
train-weights-changed = 重みがないか、変更されています
train-no-stage-list = 学習の段階の一覧ではないか、壊れています
train-restore-list = ファイルをコピーから復元してください。`probe train`が書くファイルです。
train-start-not-here = 初期値にする重みが、ここにもtorchのキャッシュにもありません
train-start-put = ファイルをここか{ $folder }に置いてください。または、network.startをnullにして乱数の重みから始め、そのことを結果に添えて記してください。
train-start-not-in-timm = 初期値にする重みが、timmのキャッシュにありません
train-start-timm = timm.create_model({ $name }, pretrained=True)で取得できます。または、network.startをnullにして乱数の重みから始め、そのことを結果に添えて記してください。
train-start-other = レシピの重みではありません：sha256の先頭が、{ $wanted }でなく{ $digest }です
train-start-fetch = ファイルをもう一度取得するか、そのsha256をレシピに書いてください。
train-start-timm-unknown = timmに、この名前の重みはありません
train-start-timm-lists = timm.list_pretrained()で一覧が得られます。
train-key-missing = キー{ $key }がありません
train-key-missing-in = { $name }：キー{ $key }がありません
train-key-unknown = キー{ $key }はここでは知られていません
train-no-kind = { $name }：種類{ $kind }はありません
train-and-more = { $message }（ほか{ COUNT($more) }件）
train-keypoints-nobody = だれもいません
train-keypoints-array = 配列の形が(joints, 3)でなく{ $shape }です
train-keypoints-not-finite = 有限でない数を含みます
train-keypoints-annotations = 注釈が{ COUNT($annotations) }件ありますが、1枚の画像に写るのは1人です
train-normalise-once = ステップ'normalise'は、{ PLAIN($times) }回でなく1回必要です
train-after-normalise = { $step }は'normalise'の後に置きます：埋める値が正規化後の単位です
train-only-normalised = 'normalise'の後に置けるのは、正規化後の数値を扱うステップだけです
train-one-sizing = 大きさを決めるステップが1つ必要です：'resize'または'resized_crop'
train-two-stages = { $stage }という名前の段階が2つあります
train-no-earlier-stage = 段階{ $stage }は{ $start }から始まりますが、それより前にその段階はありません；{ $near }
train-enlarged-crop = enlarged { $enlarged }には、{ $size }の部分が収まりません
train-low-to-high = { $name }は小さい値から大きい値への範囲で、{ $low }から{ $high }ではありません
train-at-least-one = { $name }には少なくとも1つ必要です
train-form-unknown = 形式{ $form }は知られていません；{ $near }
train-seed-twice = 同じシードが2回現れています
train-many-trainings = 学習が{ COUNT($count) }回あります。マトリックスは最大{ COUNT($most) }回です
train-published-where = 行{ $row }に公表値があります。出典をpublished_inに書いてください
train-row-after = 行{ $row }は{ $after }の後とされています；{ $near }
train-row-after-itself = 行{ $row }が、自分自身の後とされています
train-epochs-or-steps = epochsかstepsのどちらか一方が必要です
train-training-or-stage = trainingか、この学習のstageが必要です
train-start-needs-digest = 別の学習から始めるには、そのダイジェストが必要です（training.jsonを参照）
train-no-optimiser = 手番{ $turn }：最適化器{ $optimiser }はありません；{ $near }
train-two-turns = 2つの手番が同じ名前です
train-one-optimiser = optimisers：少なくとも1つ必要です
train-step-leaves-marks = augmentation：{ $step }は、フレームに付けた印を動かしません。resize、flip、expandまたはoverlap_cropを使ってください
train-step-needs-marks = augmentation：{ $step }にはload: [instances]が必要です
train-role-unsaid = augmentation：役割{ $role }の画像について何も書かれていません

## ---- 拒否：検出器 --------------------------------------------------------------------------------

detectors-cards-to-copy = backbones/_detectors/README.mdに、写して使えるカードがあります。
detectors-name-card = --detector onnx=CARD.yaml；backbones/_detectors/README.mdに、写して使えるカードがあります
detectors-name-ssd = --detector ssd=ssd300_vgg16_coco-b556d3b4.pth（torchvisionのCOCOの重み）
detectors-name-yolact = --detector yolact=yolact_plus_resnet50_54_800000.pth；入手先：github.com/dbolya/yolact
frames-name-boxes = --detector boxes=FILE.csv；列はframe（またはpath）、x、y、width、height、score
detectors-network-without-card = これはネットワークそのものです。--detector onnxには、それを指すカードを渡します
detectors-write-card =
    weights: { $network } を含むカードを書いてください。backbones/_detectors/README.mdに写して使えるカードがあります。
detectors-compare-head = カードのheadと出力の名前を、書き出したネットワークと比べてください。
detectors-expected-ssd = torchvisionのssd300_vgg16（例：ssd300_vgg16_coco-b556d3b4.pth）、または`probe train ssd.small`が残すファイルが必要です。
detectors-card-misfit = { $misfit }
detectors-outputs-apart = 出力の数が互いに合いません：{ JOIN($counts, with: "、") }
detectors-output-count =
    { $of ->
        [boxes] 矩形
        [scores] スコア
       *[classes] クラス
    }{ PLAIN($count) }個
detectors-person-number =
    ネットワークのスコアは{ PLAIN($have) }{ $of ->
        [columns] 列
       *[classes] クラス
    }で、personは{ PLAIN($person) }番を指しています
detectors-expected-yolact = dbolya/yolactのファイル（例：yolact_plus_resnet50_54_800000.pth）、または`probe train yolact.small`が残すファイルが必要です。
detectors-other-yolact =
    このYOLACTは、{ $basic ->
        [yes] 基本ブロック
       *[no] ボトルネック
    }が{ LIST($blocks) }個、1か所のアンカーが{ PLAIN($anchors) }個、クラスが{ PLAIN($classes) }個です
detectors-not-finite = ネットワークのスコアまたは矩形が有限の数ではありません
detectors-input-as-trained = 入力は学習時と同じですか（チャネル、mean、std、float16）？カードと比べてください。
detectors-output-texts = 出力が数値ではなく文字列です
detectors-name-outputs = 矩形とスコアの出力をカードで指定してください。
detectors-output-shape = 出力の形が{ $shape }です。このheadではありえません
detectors-four-numbers = 矩形の出力は、1つの矩形につき4個でなく{ PLAIN($numbers) }個の数です
detectors-person-counts = personはクラスを0から数えた番号です。objectnessは、その前に物体らしさの値があるかどうかを示します。
detectors-other-size = ネットワークが受け取る画像は{ $size }、カードでは{ $card_size }です
detectors-write-size = input_size: { $size }と書いてください。
detectors-no-output = ネットワークに出力{ $output }がありません
detectors-needs-torchvision = ssdにはパッケージtorchvisionが必要ですが、インポートできません（{ $error }）
detectors-no-ssd = SSD300-VGG16のファイルではありません：{ $wanted }がなく、{ $first }などがあります
detectors-no-small-ssd = 小型SSDのファイルではありません：{ $wanted }がありません
detectors-one-normalisation = このネットワークの画像の正規化は1通りに決まっています
detectors-write-mean = mean: { $mean }、std: { $std }と書いてください。
detectors-no-vgg16 = VGG16ではありません：13個の畳み込みがそろっていません
detectors-name-vgg16 = torchvisionのvgg16_features-amdegroot-88682ab5.pthを指定してください。
detectors-ssd300-size = SSD300が見る画像は300x300で、{ PLAIN($height) }x{ PLAIN($width) }ではありません
detectors-ssd300-step = size: [300, 300]と書くか、network.kind ssd_resnetを使ってください。
detectors-expected-iou = objective.expected_iouはnetwork.scorerの重みです：両方指定するか、両方外してください
detectors-expected-iou-step = scorerを使うならobjective.expected_iou=25、使わないならnullにしてください。
detectors-trunk-misfit = この重みは{ $network }のバックボーンに合いません：{ $tensor }
detectors-trunk-depth = バックボーンと同じ深さの、torchvisionの重みを指定してください。
detectors-deformable = network.deformable_every：変形可能な畳み込みを持つのはボトルネックだけです
detectors-deformable-step = nullにするか、network.blockをbottleneckにしてください。
detectors-yolact-normalisation = YOLACTの画像の正規化は1通りに決まっています
detectors-masks-too-small = { PLAIN($height) }x{ PLAIN($width) }の画像のマスクは、スコアを付ける{ COUNT($layers) }層には小さすぎます
detectors-scorer-step = network.scorerの数を{ PLAIN($layers) }個までにするか、画像を大きくしてください。
detectors-head-needs = head { $head }には、{ $output }の出力の名前が必要です
detectors-only-yolo = objectnessを持つのはhead yoloだけです
detectors-only-detr = softmaxのスコアを持つのはhead detrだけです

## ---- 拒否：マスク生成器 --------------------------------------------------------------------------

maskers-expected-sam = sam_vit_b_01ec64.pth、sam_vit_l_0b3195.pthまたはsam_vit_h_4b8939.pthが必要です。
maskers-name-sam = --mask sam=sam_vit_b_01ec64.pth；github.com/facebookresearch/segment-anythingからダウンロードしてください
maskers-name-yolact = --mask yolact=yolact_plus_resnet50_54_800000.pth；入手先：github.com/dbolya/yolact
maskers-sam-not-whole =
    { $kind }の完全なチェックポイントではありません：{ COUNT($count) }個のテンソルが{ $fault ->
        [missing] 不足しています
        [shape] 別の形です
       *[unknown] 知られていません
    }（例：{ $first }）
maskers-grabcut-opencv = grabcutにはOpenCVが必要ですが、インポートできません（{ $error }）
maskers-grabcut-step = pip install 'probe-reid[grabcut]'（または、システムのライブラリーが要らないopencv-python-headless）を実行するか、--mask sam=CHECKPOINTを使ってください
maskers-no-sam = SAMのチェックポイントではありません：{ $wanted }がなく、{ $first }などがあります
maskers-sam-positions = 画像エンコーダーの位置の形が{ $shape }で、1024画素のvit_b、vit_l、vit_hのいずれでもありません
maskers-sam-again = もう一度ダウンロードしてください。別のツールのチェックポイントは、先に名前を変える必要があります。
maskers-needs-sam = samにはパッケージsegment-anythingが必要ですが、インポートできません（{ $error }）

## ---- 拒否：重みファイル --------------------------------------------------------------------------

weights-name-one = ネットワークの重みを収めた.pth、.pt、.tarまたは.safetensorsのファイルを指定してください。
weights-damaged = 重みファイルが途中で切れているか、壊れています（{ $detail }）
weights-networks =
    このファイルにはネットワークが{ COUNT($networks) }個あり{ $part ->
        [no-value] ます
       *[other] 、{ $part }という名前のものはありません
    }：{ JOIN($listed, with: "、") }
weights-network-entries =
    { $name ->
        [no-value] 名前なし
       *[other] { $name }
    }（{ COUNT($entries) }項目）
weights-say-which = どれかをカードファイルで指定してください。例：options: { "{" }part: { $part }{ "}" }
weights-asks-for = { JOIN($names, with: "、") }を求めています
weights-more-than-tensors = テンソル以外のものを含んでいます
weights-no-tensors =
    ネットワークのテンソルがありません。中にあるもの：{ $seen ->
        [no-value] なし
       *[other] { $seen }
    }{ $more ->
        [yes] 、...
       *[no] { "" }
    }
weights-odd-tensor = テンソル{ $name }は{ $odd }
weights-tensor-nested = 入れ子になっています
weights-tensor-meta = 数値を持っていません（デバイスmeta上にあります）
weights-tensor-quantised = 量子化されています
weights-tensor-sparse = 疎な形式です
weights-tensor-type = { $type }の数値を持っています
weights-tensor-claims = { COUNT($count) }個の数値を持つとされていますが、ファイルにはそれだけありません
weights-state-dict-step = ファイルを信頼できる場合は、読み込んでテンソルだけを保存してください：torch.save(model.state_dict(), 'weights.pth')
weights-export-or-module = ネットワーク全体をONNXに書き出す（--backbone onnx:FILE）か、--backbone module:specを書いてください。
weights-kind =
    { $kind ->
        [jpeg] JPEG画像
        [png] PNG画像
        [gif] GIF画像
        [riff] WebP画像またはほかのRIFFファイル
        [pdf] PDF文書
        [gzip] gzipアーカイブ（まず展開してください）
        [seven-zip] 7-Zipアーカイブ（まず展開してください）
        [rar] RARアーカイブ（まず展開してください）
        [hdf] HDF5ファイル（Keras。まずsafetensorsに変換してください）
        [numpy] NumPyの配列（ネットワークのテンソルを名前ごとに保存してください）
        [gguf] GGUFファイル（llama.cpp）
        [lfs] Git LFSのポインター（重みそのものはダウンロードされていません）
        [tensorflow-list] TensorFlowのチェックポイントの一覧（safetensorsに変換してください）
        [tensorflow-part] TensorFlowのチェックポイントの一部
        [tensorflow] TensorFlowのグラフ
        [tensorflow-lite] TensorFlow Liteのグラフ
        [caffe] Caffeのネットワーク
        [core-ml] Core MLのネットワーク
       *[tensorrt] 特定のGPU用のTensorRTエンジン
    }
weights-archive-sample =
    { $names ->
        [no-value]
            { $others ->
                [0] なし
               *[other] ファイル{ COUNT($others) }個
            }
       *[other]
            { JOIN($names, with: "、") }{ $others ->
                [0] { "" }
               *[other] 、ほかのファイル{ COUNT($others) }個
            }
    }
weights-misfit = 重みが{ $expected }に合いません：必要な{ COUNT($total) }個のテンソルのうち、ファイルにあるのは{ COUNT($matched) }個です{ "\u000A" }{ $table }
weights-another-family = このファイルは別の系統のものです：{ $family }
weights-another-architecture = このファイルは別のアーキテクチャーのものです。{ $advice }
weights-no-place = 入れる場所のないテンソルは、ベクトルを変える可能性があります。学習だけに使うものなら、カードファイルにoptions: { "{" }ignore: { $first }{ "}" }と書いてください。options: { "{" }head: { $root }{ $first }{ "}" }では、線形層またはバッチ正規化をネットワークの末尾として使います。
weights-other-sizes =
    名前は{ $expected ->
        [no-value] このネットワーク
       *[other] { $expected }
    }のものですが、大きさが異なります：同じアーキテクチャーで、幅、深さまたは入力サイズが違います。
weights-nothing-loaded = 一部だけ読み込んだネットワークのベクトルには意味がないため、何も読み込んでいません。ネットワーク全体を含むファイルを使ってください。
weights-head-order = 層を順に指定してください：options: { "{" }head: linear bn{ "}" }。{ $export }
weights-head-between = ヘッド{ $head }には層が{ COUNT($layers) }個あります：その間に何があるかが分かりません
weights-head-numbered = ヘッド{ $head }の層は{ JOIN($layers, with: "、") }です：その間に活性化関数などがあるかどうかが分かりません
weights-head-neither = ヘッド{ $head }は線形層でもバッチ正規化でもありません
weights-graph-differs = 書き出したグラフの結果が{ $difference }異なります
weights-cuda-graph-differs = CUDAグラフの結果が{ $difference }異なります
weights-not-weights =
    PyTorchまたはsafetensorsのファイルではありません{ $text ->
        [yes] 。テキストです
       *[no] { "" }
    }
weights-is-archive = これは{ $what }です
weights-archive-npz = NumPyの配列のファイル（.npz）
weights-archive-keras = Kerasのネットワーク
weights-archive-zip = PyTorchの重みを含まないZIPアーカイブ（中身：{ $names }）
weights-other-normalisation = この重みは、{ $card }とは異なる正規化で学習されています：ファイルではmean { $mean }、std { $std }、カードではmean { $card_mean }、std { $card_std }です
weights-state-normalisation = ファイルのmeanとstdを、カードファイルに書いてください。
weights-option-takes = { $card }の{ $option }に使えるのは{ LIST($values, word: "or") }で、{ $given }は使えません
weights-use-onnx =
    --backbone onnx:{ $file }を使ってください{ $named ->
        [yes] { "" }
       *[no] 。カードが指すファイルなら、名前を.onnxで終わらせてください
    }
weights-state-size = カードファイルに書いてください：input_size: { LIST($sizes, word: "or") }
weights-camera-option = { $card }：オプションcameraはmean、または0から{ PLAIN($last) }までの番号で、{ $given }は使えません
weights-goes-on =
    ファイルには、ネットワークの後に続くものがあります：{ $shown }{ $more ->
        [0] { "" }
       *[other] 、ほか{ COUNT($more) }個
    }。{ $expected }にはそのようなヘッドがなく、それなしではネットワークの一部だけを使うことになります
weights-head-card = カードファイルを書いてください：backbone: { $expected }、weights: { $file }。ヘッドを使うなら（線形層、バッチ正規化、またはその両方）options: { "{" }head: { $heads }{ "}" }、意図して外すならoptions: { "{" }head: { $ignore }{ "}" }です。ほかの層からなるヘッドはONNXで実行します：--backbone onnx:FILE。
weights-module-gives = 画像2枚に対するネットワークの出力が{ $form }で、テンソル(2, d)ではありません
weights-no-names = 名前の付いたテンソルがありません：中にあるものの型は{ $type }です
weights-would-run-code = このファイルを開くと、その中のコードが実行されてしまいます（{ $why }）
weights-expected-state-dict = state dictそのもの、またはstate_dictやmodelなどの名前の下にあるものが必要です。
weights-of-training = 学習の途中経過（--resume用）です。ネットワークは別のファイルにあります。学習が終わったら--backbone FOLDER/card.yamlを使ってください。
weights-save-float32 = 重みを通常のfloat32で保存してください：torch.save(model.float().state_dict(), ...)。
weights-safetensors-damaged = safetensorsのファイルが途中で切れているか、壊れています（{ $detail }）
weights-not-finite = 重みに有限でない値があります：{ $name }がNaNまたは無限大を含みます
weights-take-earlier = 学習が発散したか、ファイルが壊れています。より前のものを使ってください。
weights-no-such-device-here = この計算機、またはこのPyTorchには、デバイス{ $device }がありません
weights-use-device = autoまたは{ $device }を使ってください。
weights-no-device = デバイス{ $device }はありません
weights-use-devices = auto、cpu、cuda、cuda:1またはmpsを使ってください。
weights-no-head = ファイルにヘッド{ $name }がありません
weights-head-width = ヘッド{ $head }は{ PLAIN($taken) }個の値を受け取りますが、その前には{ PLAIN($width) }個の値があります
weights-engine-on-cpu = ここではエンジン{ $engine }はCPUで動き、{ $device }では動きません
weights-engine-torch = --engine torchを使ってください。
weights-onnxruntime-float32 = ONNX RuntimeはCPU上でfloat32で計算します
weights-bfloat16-engine = bfloat16には--engine torchまたは--engine openvinoを使ってください。
weights-graph-shape = 書き出したグラフの出力の形が、{ $wanted }でなく{ $shape }です
weights-cannot-be-run = { $name }を{ $engine }で動かせません：{ $detail }
weights-no-openvino = OpenVINOがインストールされていません
weights-unpacked = 展開された重みファイルです：PyTorchのファイルはアーカイブです
weights-take-packed = .pthファイルを展開せず、ダウンロードしたままの形で使ってください
weights-is-folder = これは重みファイルではなくフォルダーです
weights-not-there = そのような重みファイルはありません
weights-empty = 重みファイルが空です
weights-safetensors-header = 名前はsafetensorsのファイルですが、ヘッダーが壊れているか、ありません
weights-checksum = 重みファイルが壊れています：{ $member }のチェックサムが合いません
weights-torchscript = TorchScriptのプログラムです：開くと、ファイルの中のコードが実行されてしまいます
weights-load-where-trusted = 信頼できる環境で読み込み、torch.save(model.state_dict(), 'weights.pth')を実行してください。
weights-cannot-be-read = 読み込めません：{ $detail }
weights-cut-short = 重みファイルが途中で切れているか、壊れています
weights-needed = { $name }には重みファイルが必要です
weights-name-it = 指定してください：--backbone { $name }=FILE。入手先：probe backbones { $architecture }
weights-not-the-file = { $name }のファイルではありません：sha256が{ $wanted }でなく{ $digest }です
weights-use-own = 自分の重みには--backbone { $architecture }={ $file }を使ってください。
weights-of-another-library = これは{ $what }で、PyTorchの重みファイルではありません
weights-export-onnx = 元の環境でネットワークをONNXに書き出し、--backbone onnx:FILEを使ってください。
weights-tar-archive = tarアーカイブです（中身：{ $names }）
weights-one-part = 複数のファイルに分けて保存された重みの1つです
weights-save-into-one = 元の環境で読み込み、すべてのテンソルを1つの.safetensorsファイルに保存してください
weights-pickle = PyTorchのファイルではなくPythonのpickleです。開くとコードが実行されるおそれがあります
weights-save-tensors = 信頼できる場合は、元の環境で読み込み、テンソルだけを保存してください：torch.save({ "{" }name: torch.as_tensor(array), ...{ "}" }, 'weights.pth')。
weights-openvino-graph = OpenVINOのグラフです。ここでは実行しません
weights-take-onnx = 元になったONNXファイルを使ってください：--backbone onnx:FILE
weights-web-page = 重みファイルではなくウェブページです：ダウンロードに失敗しています
weights-open-link = リンクをブラウザーで開いてください。ファイル共有サービスは、先に確認を求めることがよくあります。
weights-onnx-graph = ONNXのグラフで、ネットワークを自身に含んでいます
weights-oldest = PyTorch 0.1.10より前に書かれたファイルです。読み込むと、その中のコードが実行されるおそれがあります
weights-oldest-step = 信頼できる場合：torch.save(torch.load(FILE, weights_only=False), 'weights.pth')。
weights-is-other = これは{ $what }で、重みファイルではありません
weights-patches = この重みにはパッチの位置が{ PLAIN($positions) }個あり、{ PLAIN($height) }x{ PLAIN($width) }ではどの通常のストライドでもその数になりません：別の大きさで学習されています
weights-camera-embedding = この重みは、学習に使った{ COUNT($cameras) }個のカメラ（または視点）の埋め込みを加えます。ほかのカメラの画像には、その埋め込みがありません
weights-camera-mean = 平均で代用するには--backbone { $name }_mean_camera={ $file }を使います（公表値はこれには当てはまりません）。学習に使った1台のカメラとして扱うには、カードファイルに書いてください：options: { "{" }camera: 0{ "}" }
weights-no-camera-embedding = { $card }はカメラの埋め込みを持つ重みのためのものです。この重みにはありません
weights-use-backbone = --backbone { $name }={ $file }を使ってください
weights-four-numbers = オプション{ $option }が{ $value }です。1-2-2-2のような4つの数ではありません
weights-no-positive = オプション{ $option }が{ $value }です。正の数ではありません
weights-no-timm = パッケージtimmをインポートできません（{ $error }）
weights-folder-has-no = このフォルダーに{ $file }がありません
weights-name-training = 重みファイル、または終了した`probe train`の--outを指定してください。中断したものは--resumeで続けられます。
weights-wrap-module = 1枚の画像につき1つのベクトルだけを返すforwardを持つモジュールをラップしてください

## ---- コマンドライン -----------------------------------------------------------------------------

cli-written = 書き込み済み { $file }
cli-advise-site = 現場：{ $site }
cli-advise-model = { $model }：{ $answer }
cli-advise-required =
    要求：{ $answer ->
        [use] { site-word-use }
       *[promising] { site-word-promising }
    }；{ $count ->
        [0] 満たされています
       *[other] { LIST($models) }は満たしていません
    }
cli-advise-rests-on = 根拠となるもの
cli-backbones-digest =
    sha256 { $digest }{ $checked ->
        [yes] { "" }
       *[no] （チェックサムは不明。完全な重みファイルであることだけを確認しました）
    }
cli-backbones-unchecked = 重みのチェックサムは不明です：ダウンロードしたものは、完全な重みファイルである場合だけ保存します
cli-backbones-licence = ライセンス { $licence }
cli-backbones-use = 使い方：--backbone { $name }
cli-backbones-weights =
    { $needed ->
        [yes] 重みが必要
       *[no] 使用可能
    }
cli-backbones-next = probe backbones NAMEでカードを1枚表示、--backbone NAME=FILEで手元の重みを使用
cli-backbones-fetch = probe backbones { $name } --fetch、次に--backbone { $name }
cli-backbones-file = --backbone { $name }=FILE
cli-backbones-card = --backbone { $file }
cli-cache-folder = キャッシュ
cli-cache-empty = このフォルダーにprobeが保存したものはありません
cli-cache-missing = フォルダーはまだありません：何も保存されていません。これを使う最初の実行で作られます
cli-cache-emptied = { $folder }のファイル{ COUNT($files) }個を削除しました
cli-cache-left = 残ります
cli-cache-vectors = ベクトル{ COUNT($count) }個
cli-cache-size = { DECIMAL($megabytes) } MB
cli-compare-same = 2つは同じ実行です：差はありえません
cli-compare-one = バックボーンが1つだけです：比べる相手がありません
cli-compare-pair =
    { $protocol }{ $mask ->
        [no-value] { "" }
       *[other] 、マスク{ $mask }
    }：{ $second }から{ $first }を引いた差、同じ人物、同じ画像
cli-compare-figure =
    { $name ->
        [auc] AUC
        [dprime] d′
        [retention] 保持率
       *[fnmr] 同じ誤合致率での見逃し（FNMR）
    }
cli-compare-better = { $model }のほうが人物をよく見分けます
cli-compare-answer =
    { $answer ->
        [mixed] 差はありますが、すべての指標が同じモデルを支持するわけではありません
        [undecided] どちらのモデルが人物をよく見分けるかは決められません
       *[alike] 人物を見分ける能力の差は示されていません
    }
cli-compare-line = { $name }：{ $text }
cli-compare-none-differs = { $figure }：Holm法で調整すると、差のある個別の条件はありません
cli-compare-undecided = 決められません：{ $reason }
cli-compare-alike = すべての条件にわたる差は示されていません（{ $numbers }）
cli-compare-higher = すべての条件にわたって{ $model }のほうが高くなっています（{ $numbers }）
cli-compare-numbers = { SIGNED($difference, places: 3) }、95%信頼区間 { SIGNED($low, places: 3) }〜{ SIGNED($high, places: 3) }
cli-doctor-card = このファイルを指す{ $file }に従って実行
cli-doctor-family = 系統
cli-doctor-fault = { $package }：{ $fault }
cli-doctor-import = `import { $module }`が失敗します：{ $said }
cli-doctor-installed =
    { $extra ->
        [none] 通常のインストール
       *[other] extra { $extra }
    }{ $there ->
        [no-value] { "" }
       *[other] ：{ JOIN($there, with: "、") }
    }{ $absent ->
        [no-value] { "" }
       *[other] （未インストール：{ JOIN($absent, with: "、") }）
    }
cli-doctor-usable =
    { $usable ->
        [yes] インストールされているものはすべて使用できます
       *[no] 上のパッケージをインストールし直してください。合わないものは`pip install`で分かります
    }
cli-doctor-verdict =
    { $healthy ->
        [yes] 疑わしい点はありません（ImageNetのmeanとstdを0.5とした場合のような小さな違いは、見逃すことがあります）
       *[no] 実行する前に、上の各行を確認してください
    }
cli-doctor-version = probeには{ $wanted }が必要です
cli-evaluate-backbone = バックボーン
cli-evaluate-distance = 距離
cli-evaluate-compare =
    { $distance ->
        [cosine] ベクトルはコサイン類似度で比較しています。torchreidの既定は、ベクトルをそのまま使うユークリッド距離です：その数値は--distance euclideanの数値と比べてください。
       *[euclidean] ベクトルはそのままユークリッド距離で比較しています。これはtorchreidの既定です。コサイン類似度による数値（--distance cosine）はこれと異なります。
    }
cli-evaluate-rank = R{ PLAIN($rank) }
cli-evaluate-data = { $name }：クエリー{ COUNT($queries) }件、ギャラリー画像{ COUNT($gallery) }枚、規則 { $rule }、fit { $fit }
cli-generate-joints =
    注記：姿勢の関節点{ COUNT($joints) }個のうち{ COUNT($missing) }個が欠けています{ $poseless ->
        [0] { "" }
       *[other] 。姿勢{ COUNT($poseless) }個には関節点が1つもありません
    }
cli-generate-people = { COUNT($people) }人の実際の画像との比較
cli-styles-counts = 画像{ COUNT($sources) }枚を、カメラ{ COUNT($cameras) }台のスタイルで描いた画像{ COUNT($pictures) }枚
cli-styles-run = { COUNT($people) }人、{ COUNT($styles) }スタイル
cli-styles-next = probe train RECIPE --data FORM=DIR --target { $data } --styled { $folder }
cli-styles-figure =
    { $name ->
        [source] 元画像
        [other] ほかの人物
        [nearer] より近い割合
       *[small] 大きさの変更のみ
    }
cli-images-condition =
    { COUNT($people) }人の画像{ COUNT($pictures) }枚{ $strangers ->
        [0] { "" }
       *[other] 、他人の画像{ COUNT($strangers) }枚
    }{ $standard ->
        [yes] 、標準
       *[no] { "" }
    }
cli-images-glyphs = 注記：この計算機には{ $characters }を表示できるフォントがありません：シートでは四角になります。Noto Sans CJKなど、表示できるものをインストールしてください
cli-images-failure = 使用不可：{ $picture }：{ $reason }
cli-images-more-failures = ... ほか{ COUNT($more) }枚の使用できない画像
cli-init-field = { $field } { COUNT($count) }種類の値
cli-init-fit = 画像{ COUNT($files) }枚のうち{ COUNT($matched) }枚が当てはまります：{ JOIN($fields, with: "、") }
cli-init-reading = { COUNT($number) }：{ $pattern }
cli-init-reading-example = { $example }：{ JOIN($shown, with: "、") }
cli-init-reading-field = { $field } = { $value }
cli-init-which = どれですか。1〜{ COUNT($most) }：{ " " }
cli-init-unread = 読み込めない画像ファイルがほかに{ COUNT($count) }個あります。最初は{ $first }です
cli-init-written = { $file }を書き込みました。確認して、次を実行してください：probe validate { $file } --photos { $photos }
cli-next = 次
cli-plan-protocol = { $title }：{ COUNT($conditions) }条件、各{ COUNT($takes) }枚
cli-plan-subjects = 被撮影者
cli-plan-everywhere = すべての条件
cli-plan-strangers = 追加の他人
cli-plan-standard = 標準条件のみ
cli-plan-pictures = 画像
cli-plan-made = { COUNT($conditions) }条件のうち撮影するのは{ COUNT($taken) }条件です。ほかの条件の画像は、同じ画像から変換で作ります
cli-plan-then = このとき、{ PLAIN($fnmr) }前後のFNMRの95%信頼区間の幅は{ DECIMAL($width, places: 3) }（要求：{ PLAIN($asked) }）で、FMR { PLAIN($fmr) }を扱えます（そのためには{ COUNT($people) }人で足ります）
cli-plan-comparisons = 比較
cli-plan-each = モデルごと
cli-plan-workload = 比較には、モデルごとに1コアで約{ $duration }、ネットワークのほかにメモリー{ COUNT($memory) }{ "\u00A0" }MB、ディスク{ COUNT($disk) }{ "\u00A0" }MBが必要です（ほかの計算機での測定による）
cli-plan-rendering = 撮影の代わりに描画する場合：画像{ COUNT($pictures) }枚、この計算機の{ COUNT($cores) }コアで約{ $duration }、ディスク{ COUNT($megabytes) }{ "\u00A0" }MB
cli-plan-across =
    任意の2枚を比較する場合の数です。{ $place ->
        [camera] カメラ
        [day] 日
       *[other] { $place }
    }をまたぐ場合は、他人どうしの比較が少なくなり、より多くの人が必要です
cli-report-table = 表
cli-run-no-threshold =
    { $model }{ $mask ->
        [no-value] { "" }
       *[other] （マスク{ $mask }）
    }：{ $reason }
cli-run-next-rate = 比較した他人で扱える最も低い割合：--fmr { $option }
cli-run-next-report = probe report { $folder }
cli-run-verdict = { $model }：{ $sentence }
cli-run-site = { $model }、現場：{ $sentence }
cli-run-folder = 実行
cli-scenes-pictures = 画像{ COUNT($count) }枚
cli-crop-summary = { COUNT($frames) }フレーム、検出した人物{ COUNT($boxes) }、軌跡{ COUNT($tracks) }本、切り出し画像{ COUNT($crops) }枚
cli-crop-left-out =
    切り出し画像なし{ COUNT($count) }：{ $reason ->
        [blurred] ぼけすぎている
        [one-colour] 1色
       *[small] 小さすぎる
    }
cli-crop-no-protocol = プロトコルは提案しません：切り出し画像が6枚以上ある軌跡が2本ありません
cli-crop-next =
    次：probe run { $protocol } --photos { $photos }{ $masks ->
        [no-value] { "" }
       *[other] { " " }--mask files={ $masks }
    }
cli-match-summary = カメラ{ COUNT($cameras) }台、歩行{ COUNT($walks) }件
cli-match-model =
    { $model }：{ $matched ->
        [no-value] 順位のみ、しきい値は分かりません（--runを参照）
       *[other] 歩行{ COUNT($queries) }件のうち{ COUNT($matched) }件に、誤合致率{ RATE($fmr) }のしきい値を超える相手があります{ $low ->
            [no-value] { "" }
           *[other] （ほかの人々では{ SHARE($low) }〜{ SHARE($high) }）
        }
    }
cli-scenes-summary = { COUNT($people) }人、カメラ{ COUNT($cameras) }台。{ COUNT($kept) }枚はすでにありました
cli-stopped =
    停止しました。同じコマンド{ $resumable ->
        [yes] に--resumeを付けて実行すると続行します
       *[no] を実行すると続行します
    }
cli-disk-full =
    ディスクに空きを作り、同じコマンドをもう一度実行してください{ $resumable ->
        [yes] 。--resumeを付ければ、済んだ分は保たれます
       *[no] { "" }
    }
cli-train-next = probe train NAMEで学習します。独自のレシピは、そのファイル（--jsonで場所を表示）の複製から作ります
cli-train-weights = 重み
cli-train-log = ログ
cli-train-log-file = { $file }（TensorBoard：--logdir { $folder }）
cli-train-run = probe run orientation --backbone { $card }
cli-train-generate = probe generate { $folder } --data FORM=DIR --out DIR
cli-train-crop = probe crop FRAMES --out DIR --detector { $detector }={ $folder }
cli-train-tables = 表 { JOIN($files, with: "、") }
cli-validate-sound = 問題なし：{ COUNT($conditions) }条件、標準は'{ $standard }'
cli-validate-scenes = { COUNT($people) }人の{ COUNT($scenes) }シーン
cli-validate-photos =
    { COUNT($people) }人の写真{ COUNT($pictures) }枚{ $failures ->
        [0] { "" }
       *[other] 、使用不可{ COUNT($failures) }枚
    }{ $unmatched ->
        [0] { "" }
       *[other] 、パターンに合わないもの{ COUNT($unmatched) }枚
    }
cli-validate-reason =
    使用不可{ COUNT($count) }枚：{ $reason }：{ $first }{ $more ->
        [0] { "" }
       *[other] 、ほか{ COUNT($more) }枚
    }
cli-validate-unmatched =
    パターンに合わないもの{ COUNT($count) }枚：{ $first }{ $more ->
        [0] { "" }
       *[other] 、ほか{ COUNT($more) }枚（--verboseで一覧表示）
    }
cli-validate-note = 注記：{ $note }
cli-verify-differs = 食い違い：{ $problem }
cli-verify-foreign = フォルダーのファイル{ COUNT($count) }個は実行の一部ではないため、調べていません。最初は{ $first }です
cli-verify-different = { $folder }：食い違い{ COUNT($count) }件
cli-verify-agrees = { $table }：{ COUNT($columns) }列の数値{ COUNT($figures) }個が{ COUNT($digits) }桁以上一致（最少：{ $fewest }）
cli-verify-column = { $table }：{ $column }：{ PLAIN($figures) }個のうち{ PLAIN($count) }個が異なり、最大は{ PLAIN($row) }行目：保存値 { $stored }、計算値 { $computed }
cli-verify-left-out = この別のコードでは計算していないもの：{ $what }（{ LIST($columns) }）
cli-verify-left-step = 別のコードで計算していないものも、--independent を付けない `probe verify` が、実行時と同じコードで再計算します
cli-verify-independent = { $folder }：数値{ COUNT($figures) }個を別のコードで再計算しました：すべて{ COUNT($digits) }桁以上一致
cli-verify-same = { $folder }：ファイル{ COUNT($files) }個に変更なし、数値{ COUNT($figures) }個を保存されたベクトルから再計算しました：すべて同じ

## ---- オブジェクトストアのフォルダ ---------------------------------------------------------------

progress-store = { $address } を取得しています
progress-store-listed =
    { $address }：ファイル{ COUNT($files) }個、{ DECIMAL($megabytes) } MB。{ $missing ->
        [0] すべて手元にあります
       *[other] そのうち{ COUNT($missing) }個（{ DECIMAL($missing_megabytes) } MB）を取得します
    }
stores-schemes = s3://BUCKET/FOLDERまたはgs://BUCKET/FOLDERと書くか、このマシンのフォルダを指定してください
stores-unknown-scheme = { $scheme } からは読み込めません
stores-no-bucket = これはストアのフォルダのアドレスではありません
stores-name-folder =
    それが入っているフォルダを指定してください。動画、重み、表は先にこのマシンへコピーし（`aws s3 cp`、
    `gcloud storage cp`）、その場所を指定してください
stores-secret = パスワードや署名を含むおそれのあるアドレスは読み込みません
stores-secret-step = バケットとフォルダだけを書いてください。認証情報は環境変数と標準のファイルから読み取ります
stores-not-installed = { $scheme } に必要なパッケージをインポートできません（{ $detail }）
stores-nothing-there = このアドレスの下にファイルがありません
stores-nothing-there-step =
    綴りを確かめてください。ストアではファイルのないフォルダは存在せず、大文字と小文字は区別されます
stores-no-bucket-there = そのようなバケットはありません
stores-no-bucket-step =
    綴りを確かめてください。s3:// はAWS_ENDPOINT_URLのサーバー、指定がなければAmazonのサーバーに問い合わせます
stores-gone = このファイルはもうストアにありません
stores-changed = { $name }は、フォルダの一覧を取得したときとは別のファイルになっています
stores-changed-step =
    フォルダへの書き込みが終わるのを待ってから、もう一度実行してください。取得済みのものは残っています
stores-no-credentials = このストアの認証情報が見つかりません
stores-credentials-step =
    s3:// はAWS_ACCESS_KEY_IDとAWS_SECRET_ACCESS_KEY、AWS_PROFILE、または~/.awsから、gs:// は
    GOOGLE_APPLICATION_CREDENTIALS、または`gcloud auth application-default login`が残したものから読み取ります
stores-not-allowed = この認証情報では読み取りが許可されていません（{ $detail }）
stores-not-reached = ストアを読み取れません（{ $detail }）
stores-not-reached-step =
    ネットワークを確かめ、s3:// がAmazonでない場合はAWS_ENDPOINT_URLも確かめて、もう一度実行してください。取得済みのものは残っています
stores-name-unfit = { $name }はフォルダの下のファイル名にできません
stores-names-collide = { $first }と{ $second }は、同じ名前として扱われるマシンがあります
stores-rename = ストアで名前を変えるか、それを含まないフォルダを指定してください
stores-no-room = { DECIMAL($megabytes) } MBを取得しますが、空きは{ DECIMAL($free) } MBです
stores-no-room-step = 空きのあるディスクのキャッシュフォルダをPROBE_CACHEで指定してください
