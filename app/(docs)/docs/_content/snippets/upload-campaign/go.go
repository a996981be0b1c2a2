// Fills a draft from a file and starts it, once its rows are checked.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
	"time"
)

const url = "http://localhost:3000/api/campaigns/cmp_01HQX7Z8RNQK5ZF8TBPNT2YFKA"

// Or: os.Open("customers.csv")
const file = "Phone,First name\n48732129000,Ada\n48732129001,Jan\n"

var client = &http.Client{Timeout: 600 * time.Second}

type campaign struct {
	CampaignID string `json:"campaign_id"`
	Status     string `json:"status"`
	Rows       int    `json:"rows"`
}

func post(url string, body io.Reader) (*http.Response, []byte) {
	request, err := http.NewRequest("POST", url, body)
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+os.Getenv("ACTIO_TOKEN"))
	request.Header.Set("Content-Type", "text/csv")
	response, err := client.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		log.Fatal(err)
	}
	return response, answer
}

func read(response *http.Response, answer []byte) (result campaign) {
	var problem struct {
		Detail string `json:"detail"`
	}
	if response.StatusCode != 200 {
		json.Unmarshal(answer, &problem)
		log.Fatal(problem.Detail)
	}
	if err := json.Unmarshal(answer, &result); err != nil {
		log.Fatal(err)
	}
	return result
}

func main() {
	log.SetFlags(0)
	response, answer := post(url+"/recipients?file_name=customers.csv", strings.NewReader(file))
	fmt.Println(read(response, answer).Rows, "rows")
	for attempt := 1; attempt <= 60; attempt++ {
		response, answer = post(url+"/start", nil)
		// 409 with Retry-After: the rows are still being checked.
		seconds, err := strconv.Atoi(response.Header.Get("Retry-After"))
		if response.StatusCode != 409 || err != nil {
			break
		}
		time.Sleep(time.Duration(seconds) * time.Second)
	}
	started := read(response, answer)
	fmt.Println(started.CampaignID, started.Status)
}
