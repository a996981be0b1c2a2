<?php
// Fills a draft from a file and starts it, once its rows are checked.

const CAMPAIGN = 'http://localhost:3000/api/campaigns/cmp_01HQX7Z8RNQK5ZF8TBPNT2YFKA';
// Or: file_get_contents('customers.csv')
$file = "Phone,First name\n48732129000,Ada\n48732129001,Jan\n";

function post(string $url, string $body, array $headers): array
{
    $curl = curl_init($url);
    curl_setopt_array($curl, [
        CURLOPT_RETURNTRANSFER => true,
        CURLOPT_TIMEOUT => 600,
        CURLOPT_POSTFIELDS => $body,
        CURLOPT_HTTPHEADER => ['Authorization: Bearer ' . getenv('ACTIO_TOKEN'), ...$headers],
    ]);
    $answer = json_decode((string) curl_exec($curl), true);
    return [curl_getinfo($curl, CURLINFO_RESPONSE_CODE), $answer, curl_error($curl)];
}

function demand(array $outcome): array
{
    [$status, $answer, $error] = $outcome;
    if ($status !== 200) {
        fwrite(STDERR, ($answer['detail'] ?? $error) . "\n");
        exit(1);
    }
    return $answer;
}

$url = CAMPAIGN . '/recipients?file_name=customers.csv';
$filled = demand(post($url, $file, ['Content-Type: text/csv']));
echo "{$filled['rows']} rows: " . implode(', ', $filled['mapping']) . "\n";

for ($attempt = 1; $attempt <= 60; $attempt++) {
    $outcome = post(CAMPAIGN . '/start', '', ['Content-Type: application/json']);
    // 409: the rows are still being checked, or it can no longer be started.
    if ($outcome[0] !== 409 || !str_contains($outcome[1]['detail'], 'being checked')) {
        break;
    }
    sleep(1);
}
$started = demand($outcome);
echo "{$started['campaign_id']} {$started['status']}\n";
