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

near-name = '{ $name }'のことですか？
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
crossed-not-shown = { $first }と{ $second }の影響が、合わせると個別の影響より大きくなることは示されていません（{ $figure } { SIGNEDUNIT($estimate) }、95%信頼区間 { SIGNEDUNIT($low) }〜{ SIGNEDUNIT($high) }）。
crossed-decided = { $lead }：{ $figure }の変化は、{ JOIN($changes, with: "、") }です（差 { SIGNEDUNIT($estimate) }、95%信頼区間 { SIGNEDUNIT($low) }〜{ SIGNEDUNIT($high) }）。
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
crossed-departure = { JOIN($levels, with: "と") }（{ SIGNEDUNIT($estimate) }、95%信頼区間 { SIGNEDUNIT($low) }〜{ SIGNEDUNIT($high) }）

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


## ---- 検証：保存された実行の食い違い -------------------------------------------------------------

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
report-same = 同一人物、最悪の場合
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
    標準条件に対する各水準のスコア。青：受け入れられた同一人物。赤：見逃された同一人物。{ $strangers ->
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
report-missed-pairs = 見逃し{ COUNT($misses) }組
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

## ---- レポート：来歴とモデル ---------------------------------------------------------------------

report-provenance-study = 評価
report-provenance-run = 実行
report-provenance-run-text = { $run }、{ $created }、スキーマ { $schema }
report-provenance-protocol = プロトコル { $name }
report-provenance-protocol-text =
    { $file }；sha256 { $digest }；{ $source }、画像{ COUNT($pictures) }枚{ $failures ->
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
report-match-what-a-score-is = 2件の歩行のスコアは、一方の画像ともう一方の画像のすべての組の{ $score }の平均です。順位は、だれが最も似ているかを示すもので、同一人物であることを示すものではありません：その人物がほかのカメラの前を通っていなくても、だれかが1位になります。
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
report-match-peak = 割合：ネットワークの毎秒の演算数の、この計算機で後から測定した1,024 x 1,024の行列2つの積（float32、NumPy）の毎秒の演算数に対する割合：毎秒{ DECIMAL($gigaflops, places: 0) }十億回。
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
       *[other] { $time }、フレーム{ $frame }
    }
report-match-box = { $x }, { $y }に{ $width } x { $height } px
report-match-more = ほか{ COUNT($walks) }件の歩行は{ $file }にあります。

## ---- 撮影シート：撮影者が撮る画像 ---------------------------------------------------------------

sheet-person = 人物ID
sheet-instruction = 各行に書かれたもの以外は、すべて標準条件（{ $standard }、太字）のままにします。1枚撮るごとに枠に印を付け、画像と画像の間に人物に少し動いてもらいます。右に書かれた名前で保存します。IDは{ $person }、Nは画像の番号です。
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
init-question = { LIST($factors) }が変わっても人物を照合できるか。
init-expectation = 良いモデルが変化に反応すべき場合はsensitive
init-kind = nominal、ordered、またはcircular（度）
init-fit = 画像は各モデルの学習時と同じ形で渡される。letterbox：すべて同じ形
init-standard = すべてこの水準と比べる

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
        [none] { "" }
       *[other] ：{ $there }
    }{ $absent ->
        [none] { "" }
       *[other] ；未インストール：{ $absent }
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
cli-train-next = probe train NAMEで学習します。独自のレシピは、そのファイルの複製から作ります
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
cli-verify-left-out = 再計算していないもの：{ $column }
cli-verify-independent = { $folder }：数値{ COUNT($figures) }個を別のコードで再計算しました：すべて{ COUNT($digits) }桁以上一致
cli-verify-same = { $folder }：ファイル{ COUNT($files) }個に変更なし、数値{ COUNT($figures) }個を保存されたベクトルから再計算しました：すべて同じ
